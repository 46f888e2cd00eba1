"""What is shown at once after an edit agrees with the whole picture that follows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document, Edited
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.build import Memo, Options, draw
from journeymap.picture.prims import Picture
from journeymap.picture.retouch import placed, reworded, standing
from journeymap.picture.scene import Scene, scene_of
from journeymap.picture.voice import spoken
from journeymap.resources import samples
from journeymap.storage import files

HOTEL = files.load(samples() / "hotel.journey").journey
STEPS = sorted(HOTEL.steps)


def laid(journey: Journey) -> tuple[Scene, Picture]:
    scene = scene_of(journey, examine(journey, trials=0), Options(), catalogue("sv"), Memo())
    return scene, draw(scene)


def edited(act: object) -> Edited:
    document, heard = Document(HOTEL), list[Edited]()
    document.subscribe(heard.append)
    act(document)  # type: ignore[operator]
    return heard[-1]


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(STEPS), st.text("aåb ", min_size=1, max_size=60).filter(str.strip))
def test_other_words_look_as_in_the_whole_picture_or_are_left_to_it(step: Id, words: str) -> None:
    scene, before = laid(HOTEL)
    news = edited(lambda document: verbs.rename(document, step, words))
    touched = reworded(scene, spoken(scene), news.change, news.after)
    whole = {node.id: node for node in laid(news.after)[1].nodes}
    if touched is None:
        was = {node.id: node.hit for node in before.nodes}
        assert whole[f"step:{step}"].hit != was[f"step:{step}"], "only a box of another size is left to it"
        return
    assert [whole[node.id] for node in touched.nodes] == list(touched.nodes)
    assert touched.scene.journey is news.after


def test_two_edits_in_a_row_are_both_seen() -> None:
    scene, _ = laid(HOTEL)
    said = spoken(scene)
    document, heard = Document(HOTEL), list[Edited]()
    document.subscribe(heard.append)
    verbs.rename(document, STEPS[0], "Ett")
    verbs.rename(document, STEPS[1], "Två")
    one = reworded(scene, said, heard[0].change, heard[0].after)
    assert one is not None
    two = reworded(one.scene, said, heard[1].change, heard[1].after)
    assert two is not None
    titles = [two.scene.frame.slots[step].place.step.title for step in STEPS[:2]]
    assert titles == ["Ett", "Två"]


def test_what_moves_anything_is_not_told_by_words() -> None:
    scene, _ = laid(HOTEL)
    for act in (
        lambda document: verbs.set_field(document, STEPS[0], critical=True),
        lambda document: verbs.delete(document, [STEPS[0]]),
        lambda document: verbs.new_step(document, "Ny", lane=next(iter(HOTEL.lanes))),
        lambda document: verbs.rename(document, next(iter(HOTEL.lanes)), "En annan"),
    ):
        news = edited(act)
        assert reworded(scene, spoken(scene), news.change, news.after) is None


def test_a_step_that_moves_stands_in_its_new_lane_and_its_links_step_aside() -> None:
    scene, picture = laid(HOTEL)
    link = next(iter(sorted(HOTEL.links.values(), key=lambda link: link.id)))
    step = HOTEL.steps[link.source]
    lane = next(id for id in HOTEL.lanes if id != step.lane)
    news = edited(lambda document: verbs.move_to_lane(document, [step.id], lane))
    touched = placed(scene, standing(picture), news.change, news.after)
    (node,) = (one for one in touched.nodes if one.about == step.id)
    band = dict(picture.lane_bands)[lane]
    assert node.hit is not None
    assert band.y <= node.hit.y and node.hit.bottom <= band.bottom
    columns = dict(picture.column_bands)
    assert columns[float(step.column or 0)].x <= node.hit.x + node.hit.w / 2
    aside = {one.id for one in touched.aside}
    assert f"link:{link.id}" in aside
    assert node.id not in aside


def test_a_step_that_is_gone_takes_all_that_stood_for_it_along() -> None:
    scene, picture = laid(HOTEL)
    news = edited(lambda document: verbs.delete(document, [STEPS[0]]))
    touched = placed(scene, standing(picture), news.change, news.after)
    gone = {id for id, (_, after) in news.change.entries.items() if after is None}
    left = {node.about for node in picture.nodes if node not in touched.aside}
    assert not gone & left
    assert not touched.nodes or all(node.about not in gone for node in touched.nodes)
