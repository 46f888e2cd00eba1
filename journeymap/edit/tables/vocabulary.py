"""What people and other programs call their columns, in Swedish, Norwegian and English.

Names stand as `headings.plain` leaves them: small letters, single spaces, no signs. Gathered from
process tables (Visio, Lucid), whiteboards (Miro, Mural, FigJam), journey tools (Smaply, UXPressia,
Custellence, TheyDo) and from what service designers write themselves.
"""

from __future__ import annotations

from collections.abc import Mapping


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(",") if name.strip())


FIRST: Mapping[str, tuple[str, ...]] = {
    "step": _names(
        """step, steps, step name, step title, step description, process step, process step description,
        process step name, process steps, task, task name, tasks, activity, activity name, activities,
        action, actions, customer action, customer actions, user action, user actions, customer activity,
        customer activities, user activity, user step, customer step, journey step, journey steps, doing,
        what happens, what the customer does, event, title, text, text area 1, shape text, sticky, sticky
        note, sticky text, sticky note text, note text, content, sticky note content, sticky
        content, note content, card content, object text, text content, card, card title, card name, summary,
        moment title, work step, operation, user goals and actions, physical actions, steg, stegnamn,
        stegets namn, stegtitel, stegbeskrivning, processteg, processtegets namn, beskrivning av
        processteg, processtegsbeskrivning, aktivitet, aktiviteter, händelse, händelser, titel, rubrik,
        handling, handlingar, kundhandling, kundens handling, kundens handlingar, kundaktivitet,
        kundaktiviteter, kundens aktiviteter, kundsteg, användarsteg, användarens handlingar, brukarsteg,
        vad händer, vad gör kunden, vad kunden gör, vad gör användaren, delsteg, delprocess, arbetsmoment,
        arbetssteg, uppgift, lapp, lappens text, kort, innehåll, görande, gör, trinn, prosesstrinn,
        prosessteg, prosesstegets navn, beskrivelse av prosesstrinn, beskrivelse av prosessteg,
        aktivitetsnavn, hendelse, hendelser, tittel, overskrift, handlinger, kundehandling,
        kundehandlinger, kundens handlinger, kundeaktivitet, kundesteg, brukersteg, brukerhandling,
        brukerhandlinger, brukerens handlinger, hva skjer, hva gjør kunden, hva kunden gjør, hva gjør
        brukeren, hva brukeren gjør, delprosess, arbeidsoppgave, arbeidstrinn, oppgave, lapptekst, kort
        tittel, innhold, gjør"""
    ),
    "id": _names(
        """id, step id, stepid, process step id, task id, activity id, shape id, sticky id, item id, card
        id, node id, uid, uuid, guid, key, ref, no, nr, number, step no, step nr, step number, unique id,
        unique id of step, steg id, stegid, stegnummer, steg nr, processteg id, processtegs id, id för
        processteg, lapp id, nummer, löpnummer, aktivitets id, aktivitet id, trinn id, trinnr, trinn nr,
        trinnummer, prosesstrinn id, prosesstrinns id, id for prosesstrinn, prosessteg id, lapp nr,
        aktivitetsid, løpenummer, issue key, #"""
    ),
    "lane": _names(
        """lane, lanes, swimlane, swim lane, swimlanes, lane name, department, departments, actor, actors,
        who, role, roles, function, team, unit name, organisation unit, organizational unit, participant,
        pool, responsible department, responsible role, responsible team, performer, performed by, done
        by, resource, party, area, business unit, stakeholder, assigned team, process owner department, in
        charge, bana, banor, simbana, simbanor, avdelning, avdelningar, aktör, aktörer, vem, vem gör,
        roll, roller, funktion, enhet, grupp, arbetsgrupp, utförare, utförs av, ansvarig avdelning,
        ansvarig enhet, ansvarig roll, ansvarig funktion, område, part, instans, verksamhet, förvaltning,
        vem gör det, bane, baner, svømmebane, avdeling, avdelinger, aktør, aktører, hvem, hvem gjør, hvem
        gjør det, rolle, funksjon, gruppe, utfører, utføres av, ansvarlig avdeling, ansvarlig enhet,
        ansvarlig rolle, etat, virksomhet, component, components, component s"""
    ),
    "stage": _names(
        """stage, stages, phase, phases, journey stage, journey phase, customer phase, stage name, phase
        name, section, sections, frame, frames, frame title, frame name, list name, bucket,
        bucket name, board column, milestone, epic, chapter, moment in time, fas,
        faser, skede, skeden, resefas, kundfas, etapp, avsnitt, ram, delresa, fase, fasenavn, kundefase,
        reisefase, stadium, seksjon, ramme, delreise"""
    ),
    "next": _names(
        """next, next step, next steps, next id, next ids, next step id, next step ids, next process step,
        next step no, next task, connects to, connected to, connection, connections, connect to, goes to,
        goes on to, leads to, links to, link to, successor, successors, to, to step, target, targets,
        outgoing, followed by, then, refs, nästa, nästa steg, nästa id, nästa steg id, nästa stegs id, id
        för nästa steg, nästa processteg, nästa processteg id, går till, går vidare till, leder till,
        kopplas till, kopplad till, länkas till, länk till, efterföljare, följs av, till, sedan, neste,
        neste steg, neste trinn, neste id, neste steg id, neste trinn id, id for neste trinn, id for neste
        steg, neste prosesstrinn, går videre til, fører til, leder til, kobles til, koblet til, lenkes
        til, etterfølger, etterfølges av, til, deretter, outward issue link blocks"""
    ),
    "previous": _names(
        """previous, previous step, previous id, previous step id, predecessor, predecessors, depends on,
        comes from, preceded by, follows, föregående, föregående steg, föregående id, föregående steg id,
        föregångare, kommer från, beror på, efter steg, forrige, forrige steg, forrige trinn, forrige id,
        foregående, foregående steg, forgjenger, kommer fra, avhenger av, inward issue link blocks"""
    ),
    "link_label": _names(
        """connector label, connector labels, link label, link labels, connection label, edge label, line
        label, label on link, words on link, condition, transition, kopplingsetikett, anslutningsetikett,
        etikett för koppling, länktext, villkor, koblingsetikett, tilkoblingsetikett, lenketekst,
        betingelse, vilkår"""
    ),
    "friction": _names(
        """friction, frictions, pain, pains, pain point, pain points, painpoint, painpoints, problem,
        problems, issue, issues, challenge, challenges, barrier, barriers, obstacle, obstacles,
        frustration, frustrations, bottleneck, bottlenecks, blocker, blockers, what goes wrong, failure,
        fail point, fail points, customer pain points, problems and challenges, friktion, friktioner,
        smärtpunkt, smärtpunkter, hinder, utmaning, utmaningar, bekymmer, frustrationer, flaskhals,
        flaskhalsar, brist, brister, vad går fel, vad skaver, skav, felpunkt, svårighet, svårigheter,
        friksjon, friksjoner, smertepunkt, smertepunkter, hindring, hindringer, utfordring, utfordringer,
        problemer, frustrasjon, frustrasjoner, flaskehals, flaskehalser, hva går galt, barriere,
        barrierer, vanskelighet, frictions"""
    ),
    "quote": _names(
        """quote, quotes, customer quote, customer quotes, verbatim, verbatims, user quote, user quotes,
        what they say, says, saying, voice of the customer, customer voice, feedback, citat, kundcitat,
        användarcitat, brukarcitat, röst, kundens röst, vad de säger, säger, återkoppling, sitat, sitater,
        kundesitat, brukersitat, kundens stemme, hva de sier, sier, tilbakemelding"""
    ),
    "thought": _names(
        """thought, thoughts, thinking, thinks, what they think, customer thoughts, thoughts and feelings,
        questions, customer questions, tanke, tankar, tänker, kundens tankar, tankar och känslor,
        funderingar, frågor, kundens frågor, tanker, tenker, kundens tanker, tanker og følelser, spørsmål,
        kundens spørsmål"""
    ),
    "experience": _names(
        """experience, experiences, emotion, emotions, emotional journey, emotional curve, emotion curve,
        emotion score, emotional state, feeling, feelings, mood, sentiment, satisfaction, satisfaction
        score, csat, customer experience, experience score, rating, score, smiley, feels, customer
        feelings, nps, känsla, känslor, känslokurva, känsloläge, känslomässig resa, upplevelse,
        upplevelser, humör, nöjdhet, kundnöjdhet, betyg, kundens känsla, kundens känslor, kundupplevelse,
        känner, følelse, følelser, følelseskurve, opplevelse, opplevelser, humør, tilfredshet,
        kundetilfredshet, vurdering, karakter, kundeopplevelse, kundens følelser, føler, stemning,
        experienced, upplevt, opplevd, curve, experience curve, satisfaction curve, emotion graph,
        emotional graph, kurva, upplevelsekurva, känslograf, kurve, opplevelseskurve, følelsesgraf"""
    ),
    "expectation": _names(
        """expectation, expectations, expected, customer expectations, expected experience, förväntan,
        förväntning, förväntningar, kundens förväntningar, förväntad upplevelse, forventning,
        forventninger, kundens forventninger, forventet opplevelse, expected, förväntat, forventet"""
    ),
    "channel": _names(
        """channel, channels, touchpoint, touchpoints, touch point, touch points, contact point, contact
        points, medium, media, device, interface, contact channel, channel lane, channels and touchpoints,
        kanal, kanaler, kontaktpunkt, kontaktpunkter, beröringspunkt, beröringspunkter, mötespunkt,
        mötespunkter, kontaktväg, kontaktvägar, gränssnitt, kontaktflate, kontaktflater, berøringspunkt,
        berøringspunkter, møtepunkt, møtepunkter, grensesnitt"""
    ),
    "description": _names(
        """description, details, detail, long description, alt description, alternative description, alt
        text, comment, comments, notes, remark, remarks, explanation, more info, story, storyboard, text
        lane, needs, need, customer needs, user needs, customer goals, user goals, goals, jobs, jobs to be
        done, insight, insights, evidence, physical evidence, kpi, metrics, tags, text area 2,
        beskrivning, detaljer, kommentar, kommentarer, anteckning, anteckningar, notering, förklaring,
        alternativ beskrivning, alternativtext, berättelse, behov, kundbehov, användarbehov, kundens
        behov, drivkrafter, insikt, insikter, underlag, synliga spår, mätetal, nyckeltal,
        taggar, beskrivelse, kommentarer, merknad, merknader, notat, notater, forklaring, alternativ
        beskrivelse, alternativ tekst, fortelling, kundebehov, brukerbehov, kundens mål, kundens behov,
        innsikt, funn, synlige spor, måltall, etiketter, gains, gain, gain points, positives, fördelar,
        fordeler"""
    ),
    "owner": _names(
        """owner, owners, responsible, responsible person, responsibility, accountable, assignee, assigned
        to, step owner, process owner, owned by, ägare, ansvarig, ansvariga, ansvar, ansvarig person,
        stegägare, processägare, tilldelad, ägs av, eier, eiere, ansvarlig, ansvarlige, ansvarlig person,
        stegeier, prosesseier, tildelt, eies av"""
    ),
    "action": _names(
        """opportunity, opportunities, idea, ideas, solution, solutions, improvement, improvements,
        measure, recommendation, recommendations, improvement idea, ideas and opportunities, how might we,
        next action, möjlighet, möjligheter, idé, idéer, ide, lösning, lösningar, förbättring,
        förbättringar, åtgärd, åtgärder, förslag, förbättringsförslag, rekommendation, rekommendationer,
        mulighet, muligheter, idéer, ideer, løsning, løsninger, forbedring, forbedringer, tiltak, forslag,
        forbedringsforslag, anbefaling, anbefalinger, mulighetsrom"""
    ),
    "own_minutes": _names(
        """minutes, time, tid, duration, duration min, time spent, own minutes, minutes of own work,
        effort minutes, time taken, processing time, touch time, cycle time, time needed, customer
        minutes, minuter, tidsåtgång, varaktighet, egen tid, egna minuter, handläggningstid, tid i
        minuter, tid min, minutter, tidsbruk, varighet, egen tid, egne minutter, behandlingstid, tid i
        minutter, own minutes, egna minuter, egne minutter, own work minutes, eget arbete minuter, eget
        arbeid minutter"""
    ),
    "wait_minutes": _names(
        """wait, waiting, waiting time, wait time, wait minutes, waiting minutes, minutes of waiting,
        delay, queue time, väntan, väntetid, väntetid min, väntetid i minuter, kötid, ventetid i minuter,
        venting, ventetid, ventetid min, køtid, waiting minutes, väntan minuter, venting minutter"""
    ),
    "critical": _names(
        """critical, critical moment, moment of truth, moments of truth, mot, key moment, make or break,
        avgörande, avgörande ögonblick, sanningens ögonblick, kritisk, kritiskt, kritiskt ögonblick,
        nyckelögonblick, avgjørende, avgjørende øyeblikk, sannhetens øyeblikk, kritisk, kritisk øyeblikk,
        nøkkeløyeblikk, decides, avgör, avgjør"""
    ),
    "critical_reason": _names(
        """critical reason, why critical, why it is critical, varför avgörande, hvorfor avgjørende, why it
        decides, varför det avgör, hvorfor det avgjør"""
    ),
    "promise": _names(
        """promise, promises, promise made, löfte, löften, servicelöfte, løfte, løfter, serviceløfte,
        promises made, lovar, lover"""
    ),
    "item": _names(
        """information asked information needed, required information, data needed, input, inputs,
        for, uppgifter, information som efterfrågas, efterfrågad information, frågas efter, underlag
        som krävs, opplysninger, informasjon som etterspørres, etterspurt informasjon, spør etter, asks
        for, frågar efter, spør etter"""
    ),
    "hours": _names("opening hours, hours, open, öppettider, öppet, åpningstider, åpent"),
    "note": _names(
        """parking lot, parked, open question, open questions, parkering, parkeringsplats, parkeringsplass"""
    ),
    "shape": _names(
        """shape type, shape, shapetype, node type, element type, symbol, type, formtyp, figurtyp, form,
        typ, figurtype, formtype, figur"""
    ),
    "lane_kind": _names(
        """lane kind, kind of lane, lane type, typ av bana, banans typ, banatyp, type bane, banetype"""
    ),
    "unit": _names(
        """unit, organisation, organization, org unit, organisatorisk enhet, organisasjonsenhet"""
    ),
    "start": _names("is start, starts here, börjar här, starter her, start"),
    "end": _names("is end, ends here, slutar här, slutter her, slut, slutt"),
    "goal": _names("goal, is goal, mål, målsteg"),
    "high_point": _names(
        """high point, highlight, highlights, positive, delight, höjdpunkt, höjdpunkter, høydepunkt,
        høydepunkter, höjdpunkt"""
    ),
    "value_in_use": _names(
        """value in use, value, kundvärde, värde, verdi, kundeverdi, värde i bruk, verdi i bruk"""
    ),
    "time": _names(
        """position x, pos x, posx, x position, x, x coordinate, left, order, sequence, sequence no, sort
        order, ordning, ordningsföljd, sekvens, sorteringsordning, rekkefølge, sorteringsrekkefølge, place
        in time, moment, plats i tiden, plass i tid"""
    ),
    "kept_promise": _names(
        """promises to keep, promise to keep, ska hålla, löfte att hålla, skal holde, løfte å holde"""
    ),
    "recovery": _names("puts right, rättelse, retter opp"),
    "customer_present": _names("customer there, kunden är med, kunden er til stede"),
    "reask_required": _names("asked again by law, frågas igen enligt lag, spørres igjen etter loven"),
    "demand": _names("what brings the customer, vad för kunden hit, hva fører kunden hit"),
    "system_support": _names("system support, systemstöd, systemstøtte"),
    "mandate": _names("mandate, mandat"),
    "minutes_needed": _names("minutes needed, minuter som behövs, minutter som trengs"),
    "minutes_given": _names("minutes given, minuter som ges, minutter som gis"),
    "link_source": _names(
        """line source, source, from, from step, source id, startwidgetid, från, från steg, fra, fra steg"""
    ),
    "link_target": _names("line destination, line target, destination, target id, endwidgetid"),
    "container": _names("contained by, container, parent, parent id, group"),
}  # fmt: skip
"""Meaning → the headings that say it. A heading that stands twice means what comes first here."""

BEHIND = _names(
    """backstage, back stage, backstage actions, backstage activities, back office, behind the scenes,
    invisible actions, support, support process, support processes, support systems, supporting processes,
    internal, internal actions, internal processes, systems, it systems, it, technology, line of
    visibility below, bakom scenen, bakom kulisserna, bakgrund, stöd, stödprocess, stödprocesser,
    stödsystem, system, it system, internt, interna aktiviteter, interna processer, teknik, bak scenen,
    bak kulissene, bakom kulissene, støtte, støtteprosess, støtteprosesser, støttesystem, systemer,
    interne aktiviteter, interne prosesser, teknologi"""
)
"""Rows of a grid whose steps stand behind what the customer meets."""

CUSTOMERS = frozenset(
    _names(
        """customer, customers, the customer, user, users, end user, citizen, patient, guest, resident,
        student, member, client, passenger, traveller, buyer, consumer, visitor, applicant, persona,
        customer, journey, tenant, parent, participant journey, kund, kunder, kunden, användare, användaren,
        slutanvändare, medborgare, medborgaren, patienten, gäst, gästen, boende, invånare, invånaren, elev,
        student, medlem, medlemmen, klient, resenär, resenären, köpare, konsument, besökare, besökaren,
        sökande, den sökande, brukare, brukaren, hyresgäst, hyresgästen, vårdnadshavare, kundresa, kunde,
        kunder, kunden, bruker, brukeren, brukere, sluttbruker, innbygger, innbyggeren, pasient, pasienten,
        gjest, gjesten, beboer, beboeren, medlemmet, klienten, reisende, den reisende, kjøper, forbruker,
        besøkende, søker, søkeren, leietaker, foresatt, kundereise, relative, relatives, next of kin, carer,
        family, family member, anhörig, anhöriga, den anhörige, närstående, förälder, föräldrar, familj,
        familjen, pårørende, den pårørende, nærstående, forelder, foreldre, familie, familien, brukar,
        brukaren, brukarane, pårørande, innbyggjar, innbyggjaren, gjesten, foresette, deltagare, deltakare,
        deltaker, deltakeren, deltagaren"""
    )
)
"""For whom journeys are made, as lanes are called."""

INSTEAD: Mapping[str, tuple[str, ...]] = {
    "step": _names(
        """process, journey, name, label, caption, description, process step id, touchpoint, touchpoints,
        touch point, touch points, need, needs, needs and goals, comment, quote, thought, namn, benämning,
        beskrivning,
        kontaktpunkt, kontaktpunkter, navn, beskrivelse, betegnelse"""
    ),
    "lane": _names(
        """owner, responsible, responsibility, assignee, assigned to, unit, organisation, organization,
        container, contained by, process owner, accountable, system, ägare, ansvarig, ansvar,
        processägare, organisation, eier, ansvarlig, prosesseier, organisasjon"""
    ),
    "next": _names("target, destination"),
    "shape": _names("name"),
    "id": _names("step, steg, trinn, process step, processteg"),
}
"""What a heading may mean where nothing else in the table means it."""

STEMS: tuple[tuple[str, str], ...] = (
    ("next", r"\bnext\b|\bnästa\b|\bneste\b|efterfölj|etterfølg|successor"),
    ("previous", r"predecessor|föregå|forrige|foregå|\bprevious\b"),
    ("friction", r"\bpains?\b|pain ?point|smärt|smerte|frikt|friksj|problem|hind[er]|utman|utford|frustra"
                 r"|difficult|svårt|vanskelig|\bhard\b|went wrong|gick fel|gikk galt"),
    ("quote", r"quote|citat|sitat|verbatim"),
    ("thought", r"\bthough?ts?\b|thinking|tankar|tanker"),
    ("expectation", r"expect|förvänt|forvent"),
    ("experience", r"\bexperience|emotion|känsl|følels|feel|mood|humör|humør|upplevel|opplevel|satisf"
                   r"|nöjd|tilfreds|smil"),
    ("channel", r"channel|kanal|touch ?point|kontaktpunkt|berörings|berørings"),
    ("action", r"opportun|möjlig|mulig|\bidea|\bidé|förbättr|forbedr|solution|lösning|løsning|åtgärd|tiltak"),
    ("wait_minutes", r"\bwait|vänt|vente|\bqueue"),
    ("own_minutes", r"duration|varaktig|varighet|minut"),
    ("lane", r"lane\b|\bbanor?\b|\bbaner?\b|avdeln|avdeling|department|\bactors?\b|akt[öø]r|\broll?e?s?\b"),
    ("stage", r"\bphases?\b|\bstages?\b|\bfas(?:er)?\b|\bfaser?\b|skede"),
    ("owner", r"\bowner|ägare|\beier|ansvar|responsib"),
    ("description", r"descript|beskriv|comment|komment|\bnotes?\b|anteckn|merknad|\bbehov\b|\bneeds?\b"),
    ("step", r"\bd(?:id|o) you do\b|gjorde du|gjør du|gör du|\bsteps?\b|\bsteg|aktivit|activit"
             r"|\btrinn\b|handling"),
)  # fmt: skip
"""Parts of words by which a longer heading is understood, the surest first."""
