"""What people also call the window's actions, in English, Swedish and Norwegian: Ctrl+K finds by it.

One table for the three languages together, for in a Nordic room one types the word that comes first. Words
that an action's own name holds in any language need not stand here. Commas part them.
"""

from __future__ import annotations

from collections.abc import Mapping

# fmt: off
ALIASES: Mapping[str, str] = {
    "new": "create, start, begin, skapa, börja, opprett, lag nytt, blank",
    "open": "load, browse, läs in, hämta fil, hent fil, last inn",
    "save": "store, lagra, write, skriv till fil",
    "save_as": "save copy, duplicate map, spara kopia, lagre kopi, kopiera karta",
    "report":
        "pdf, print, printer, skriv ut, utskrift, skriver, manager, chef, leder, presentation, rapport",
    "export":
        "exp, export, exportera, eksporter, save as other formats, convert, svg, png, "
        "jpg, bild, bilde, image, excel, xlsx, csv, poster, affisch, plakat, share, dela, del",
    "import":
        "excel, xlsx, ods, csv, libreoffice, miro, mural, smaply, uxpressia, spreadsheet, kalkylark, "
        "regneark, hämta, hent, "
        "load table, tabell",
    "settings":
        "preferences, options, language, theme, dark mode, contrast, font size, alternativ, språk, tema, "
        "mörkt läge, mørk modus, textstorlek, tekststørrelse, valg, config",
    "quit": "exit, stäng programmet, avsluta, lukk programmet",
    "close": "start page, home, startsida, startside, hem, hjem",
    "earlier":
        "history, version, backup, historik, historikk, säkerhetskopia, sikkerhetskopi, restore, återställ, "
        "gjenopprett",
    "rescued": "recover, crash, krasch, krasj, återställ, gjenopprett",
    "bring_in": "merge, sync, slå ihop, slå sammen, synka, flett",
    "summary": "mail, email, e-post, epost, mejl, teams, slack",
    "forget":
        "gdpr, anonymize, anonymisera, anonymiser, privacy, personuppgifter, personopplysninger, radera",
    "first_map":
        "tutorial, tour, lär dig, lær, introduction, introduktion, kom igång, kom i gang, getting started",
    "from_template": "templates, mallar, maler, example, exempel, eksempel",
    "undo": "back, regret, ångra mig, tillbaka, tilbake, angre",
    "redo": "repeat, again, igen, gjenta, upprepa",
    "cut": "klippa, klippe",
    "copy": "clipboard, urklipp, utklippstavle",
    "paste": "insert, infoga, sett inn, klistra, lime",
    "duplicate": "clone, copy step, klona, kopi, kopia",
    "delete": "remove, erase, radera, fjern, släng",
    "rename": "change title, edit text, byt titel, endre tittel, ändra namn, endre navn",
    "find": "search, leta, lete, hitta, finn",
    "select_all": "all, everything, allt, alle, alt",
    "next_step":
        "add step, new step, activity, touchpoint, lägg till steg, nytt steg, aktivitet, kontaktpunkt, legg "
        "til steg",
    "branch": "alternative, choice, gateway, if, alternativ, val, valg, gren",
    "sent_on": "refer, referral, hänvisa, henvis, skicka kunden",
    "behind": "backstage, internal, intern, stöd, støtte",
    "friction": "pain point, problem, issue, smärtpunkt, smertepunkt, rub",
    "quote": "citation, says, sitat, röst, stemme, voice of the customer",
    "picture": "image, photo, foto, attach, bifoga, legg ved, screenshot, skärmbild, skjermbilde",
    "promise": "sla, service level, servicenivå, servicelöfte, tjenestenivå, guarantee, garanti",
    "information": "data, uppgift, opplysning, form, blankett, skjema",
    "park": "parking lot, later, parkeringsplats, parkeringsplass, question, senare, senere",
    "critical":
        "moment of truth, important, sanningens ögonblick, sannhetens øyeblikk, viktig, star, stjärna",
    "value": "benefit, nytta, nytte, verdi",
    "goal": "aim, purpose, syfte, formål, mål",
    "wall_drawn": "barrier, border, gräns, grense, hinder",
    "lane":
        "swimlane, row, department, actor, stakeholder, simbana, svømmebane, avdelning, avdeling, aktör, "
        "aktør",
    "stage": "phase, column header, skede, etapp, periode",
    "lane_sets": "saved lanes, sparade banor, lagrede baner, team",
    "open_column": "insert column, add space, gör plats, lag plass, kolumn, kolonne",
    "close_column": "remove column, kolumn, kolonne",
    "link_to": "connect, arrow, line, pil, koppla, koble, forbind, relation",
    "insert_in_link": "between, emellan, imellom",
    "lane_merge": "join lanes, combine, sammanfoga, slå sammen",
    "lane_split": "split lane, divide, dela bana, del bane",
    "zoom_in": "magnify, zooma in, förstora, forstørr",
    "zoom_out": "reduce, zooma ut, förminska, forminsk",
    "whole_map": "fit, zoom to fit, overview, 100, allt, översikt, oversikt, anpassa, tilpass",
    "show_selection": "zoom to selection, centre, center, centrera, sentrer",
    "lists": "sidebar, panel, outline, sidofält, sidefelt, disposition",
    "details": "properties, inspector, egenskaper, egenskaber, panel",
    "map_only": "hide panels, distraction free, dölj paneler, skjul paneler, ren karta",
    "full_screen": "fullscreen, presentation mode, helskärmsläge, projector, projektor",
    "view_table": "spreadsheet, rows, sheet, grid, kalkylark, regneark, rader",
    "focus_lane": "hide others, filter, isolate, dölj andra, skjul andre, isolera, isoler",
    "focus_stage": "hide others, filter, isolate, dölj andra, skjul andre, isolera, isoler",
    "back_chain": "dependencies, requirement chain, kravkedja, kravkjede, beroenden, avhengigheter",
    "next_wall": "gap, barrier, handoff, glapp, hinder",
    "settle": "confirm, yes, bekräfta, bekreft, ja",
    "dismiss": "ignore, no, hide, ignorera, ignorer, nej, nei",
    "why": "ranking, priority, prioritet, explain, förklara, forklar, rangordning, rangering",
    "measure_first": "uncertainty, osäkerhet, usikkerhet, survey, mäta, måle",
    "goal_minutes": "lead time, ledtid, ledetid, duration, time, genomloppstid, gjennomløpstid",
    "per_year": "volume, volym, volum, frequency, antal, antall, how many",
    "votes": "dot voting, prickröstning, prikkavstemning, poll, prickar, prikker, stemme",
    "room": "workshop, facilitate, timer, meeting, möte, møte, projektor, facilitera, tidtagare, tidtaker",
    "act": "todo, task, improvement, fix, uppgift, oppgave, forbedring, förbättring, tiltak",
    "actions": "plan, todo, tasks, handlingsplan, tiltaksplan, åtgärdslista, tiltaksliste, roadmap",
    "to_be": "future state, target, önskat läge, framtid, fremtid, tobe",
    "compare": "diff, before after, skillnad, forskjell, före efter, før etter",
    "walk": "play, present, slideshow, presentera, presenter, spela, spill av, bildspel, demo",
    "surprise": "insight, learning, insikt, innsikt, lärdom, lærdom",
    "what_if": "simulate, scenario, simulera, simuler, test, savings, besparing",
    "handoffs": "handover, transfer, överlämning, overlevering",
    "answers": "missing, unknown, saknas, mangler, todo, gaps, luckor",
    "telling": "insights, more findings, insikter, innsikter, analysis, analys, analyse",
    "lane_card": "cost, kostnad, summary of lane, department report, avdelning, avdeling",
    "help": "manual, documentation, support, hjälp, hjelp, instruktion, veiledning, how",
    "keys":
        "shortcuts, hotkeys, keyboard, kortkommandon, snabbkommandon, hurtigtaster, snarveier, tangentbord, "
        "tastatur, cheat sheet",
    "change_keys": "customize shortcuts, remap, egna tangenter, egne taster",
    "about": "version, licence, license, licens, lisens, credits",
}
# fmt: on
"""Action → other words for it."""


def also_called(action: str) -> tuple[str, ...]:
    """The other words for an action, each as it is typed."""
    return tuple(word.strip() for word in ALIASES.get(action, "").split(",") if word.strip())
