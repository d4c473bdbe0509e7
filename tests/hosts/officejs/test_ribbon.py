"""The tab as data: the pane first, then the verbs in their groups."""

from xlbudget.actions.verb import Group
from xlbudget.actions.verbs import VERBS
from xlbudget.hosts.officejs.ribbon import OPEN, PANE, groups


def test_without_verbs_the_tab_opens_the_pane():
    (only,) = groups(())
    assert only.buttons == (OPEN,)
    assert OPEN.action == PANE


def test_each_verb_has_its_button_in_its_group_in_order():
    first, *others = groups(VERBS)
    assert first.buttons == (OPEN,)
    assert [group.label for group in others] == [group.value for group in Group]
    named = [button.action for group in others for button in group.buttons]
    assert sorted(named) == sorted(verb.name for verb in VERBS)


def test_ids_are_unique():
    made = groups(VERBS)
    ids = [each.id for group in made for each in (group, *group.buttons)]
    assert len(set(ids)) == len(ids)
