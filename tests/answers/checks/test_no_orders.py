"""No order to start, stop, skip or change a medicine or a treatment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.no_orders import check, orders
from answers.topic import Section


@pytest.mark.parametrize(
    "text",
    [
        "You should stop sunitinib if you feel sick.",
        "Stop taking it for a week.",
        "Take ibuprofen for the pain.",
        "Skip your pill tonight.",
        "If your hands hurt, skip the next dose.",
        "Please stop the tablets and call your team.",
        "Rest and stop the tablets.",
        "You can halve the dose until you feel better.",
        "It is best to pause treatment for a week.",
        "Do not take ibuprofen.",
        "Never skip a dose.",
        "Just double your next dose.",
        "Switch to cabozantinib.",
        "You must start a blood pressure pill.",
        "Your tablets should be stopped.",
        "Start taking vitamin D.",
        "Feeling sick: hold your chemo.",
        "Try a laxative.",
        "You may skip a tablet.",
        "Call your team and skip today's capsule.",
        "Stop the steroids on your own.",
    ],
)
def test_an_order_is_found(text):
    assert list(orders(text))


@pytest.mark.parametrize(
    "text",
    [
        "Your team may stop the tablets for a while.",
        "Call your team before you stop a tablet.",
        "Please do not stop a medicine on your own.",
        "Take vitamin D only as your team advises.",
        "Take your targeted tablets exactly as you were told.",
        "The label says not to take it again.",
        "Some people stop treatment because of side effects.",
        "Ask your team before you take ibuprofen.",
        "Can I stop if the cancer responds well?",
        "Stop and call your local emergency number (911 in the US) for chest pain.",
        "Take a list of your medicines to your visit.",
        "Take enough medicine for the whole trip.",
        "A missed dose is skipped.",
        "Start a sleep diary tonight.",
        "Avoid grapefruit while you have temsirolimus.",
        "Steroids must not be stopped suddenly.",
        "Ask your team how and when your steroid plan will change.",
        "You can say no, or stop treatment, at any time.",
        "Avoid driving when you first start opioids.",
        "Double doses are not advised.",
        "Use only laxatives your team agrees to.",
        "Most side effects ease after you stop the drug.",
        "Stopping cancer treatment, or not starting it, is a real choice.",
        "Take your immunotherapy or treatment alert card with you.",
        "Take a photo of your hands before you call.",
    ],
)
def test_what_is_no_order_is_left(text):
    assert list(orders(text)) == []


@pytest.mark.parametrize("text, found", [("Skip Sutent tonight.", 1), ("Skip lunch tonight.", 0)])
def test_a_brand_is_a_medicine(text, found):
    assert len(list(orders(text, frozenset({"Sutent"})))) == found


def test_an_order_is_a_problem_of_its_section(library):
    topic = library.topics["drug/sunitinib"]
    wrong = Section(topic.id, "self-care", "It is a pill. [a-1]", "Skip Sutent for a week. [a-1]", "", "Ask.", 7)
    (problem,) = check(replace(library, myths={}, topics={topic.id: replace(topic, sections={"self-care": wrong})}))

    assert problem.line == 7 and "Skip Sutent for a week" in problem.message
