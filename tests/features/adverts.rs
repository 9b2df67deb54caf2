//! Job adverts, and whose their duties are.

#[path = "../matching/adverts.rs"]
mod labelled;

use super::who::measure;
use labelled::{Tally, adverts, found, tally};
use measure::Registries;
use roles::query::advert::{Answer, Fits};

/// The ids of the tasks of an advert's duties, in its order; those of the catalogue stand behind a colon, and nobody's are
/// empty.
fn tasks(text: &str) -> Vec<String> {
    let registries = Registries::shipped();
    let found = found(&registries, text);
    let id = |answer| match answer {
        Answer::Sure(task) | Answer::Unsure(task, _) => registries.own.task_id(task),
        Answer::Elsewhere(task) => format!(":{}", registries.catalogue.task_id(task)),
        Answer::Nobody => String::new(),
    };
    found.duties.iter().map(|duty| id(duty.answer)).collect()
}

#[test]
fn duties_of_adverts_find_their_tasks() {
    let shipped = Registries::shipped();
    let all = adverts("tuned");
    let sum = all.iter().map(|advert| tally(&shipped, advert)).fold(Tally::default(), Tally::and);
    for advert in &all {
        let tally = tally(&shipped, advert);
        assert!(tally.own[0] <= 2 * tally.own[1] + 6, "{}: {tally:?}", advert.path.display());
    }
    let holds = |[all, some]: [usize; 2], percent: usize| 100 * some >= percent * all;
    assert!(holds(sum.given, 75) && holds(sum.own, 65), "{sum:?}");
    assert!(!holds(sum.others, 12) && sum.titles[1] >= 7, "{sum:?}");
}

#[test]
fn lists_are_duties_whatever_stands_around_them() {
    let (replies, calendar) =
        ("community-manager/comment-replies", "community-manager/publication-calendar");
    for text in [
        "- reply to comments\n- keep the editorial calendar\n",
        "Editor wanted!\n\nYou will:\n1) reply to comments\n2) keep the editorial calendar\n\nYou are:\n- kind\n- quick\n",
        "<h3>Tasks</h3><p>• reply to comments<br>• keep the editorial calendar</p><p>Pay: good</p>",
        "## Your role\n\nA team of two.\n\n* reply to\n  comments\n* keep the editorial calendar\n\n## Benefits\n* Reply to us soon\n* sun\n",
        "RESPONSIBILITIES\nReply to comments\nKeep the editorial calendar\nWater the plants\nREQUIREMENTS\nComments in English\n",
    ] {
        let mut found = tasks(text);
        found.retain(|id| !id.is_empty());
        assert_eq!(found, [replies, calendar], "{text}");
    }
}

#[test]
fn what_is_no_part_of_the_job_is_no_duty() {
    for text in [
        "## Tasks\n- Reply to comments\n\n## What you will NOT do\n- Prepare the crisis plan\n",
        "## Tasks\n- Reply to comments\n\n### This is not your job\n- Prepare the crisis plan\n",
        "<h2>Tasks</h2><li>Reply to comments</li><h2>What you won't do</h2><li>Prepare the crisis plan</li>",
        "Vos missions :\n- Répondre aux commentaires\n\nCe que vous ne ferez pas :\n- Préparer le plan de crise\n",
        "**Funciones**\n- Contestar a los comentarios\n\n**Lo que no harás**\n- Preparar el plan de crisis\n",
    ] {
        assert_eq!(tasks(text), ["community-manager/comment-replies"], "{text}");
    }
}

#[test]
fn sentences_are_duties_where_there_are_no_lists() {
    let text = "Community manager for our gym\n\nWe are a gym. You will answer the questions of our members, plan what we \
        post each week, and keep an eye on what people say about us. You like the mountains.\n";
    let expected = [
        "community-manager/comment-replies",
        "community-manager/publication-calendar",
        "community-manager/brand-monitoring",
    ];
    assert_eq!(tasks(text), expected);
    // The title says nothing more, and what is below its heading and sure need not be said at length.
    let text = "Community manager\n\nWhat you will do\n\nYou answer comments on Facebook. You drive the van.\n";
    assert_eq!(tasks(text), ["community-manager/comment-replies"]);
}

#[test]
fn a_title_leans_from_a_difference_of_two() {
    let shipped = Registries::shipped();
    let (replies, goals) = ("- Reply to comments\n", "- Set goals for the networks\n");
    for (title, duties, expected) in [
        ("Community manager", [replies, replies, goals], Fits::Fits),
        ("Social media manager", [replies, replies, goals], Fits::Mixed),
        ("Social media manager", [replies, replies, replies], Fits::Leans),
        ("Social media manager / Community manager", [replies, replies, goals], Fits::Mixed),
        ("Nurse", [replies, replies, goals], Fits::Unknown),
    ] {
        let text = format!("# {title}\n\n## Tasks\n{}", duties.concat());
        let found = found(&shipped, &text);
        assert_eq!(found.title.fits, expected, "{text}");
        assert_eq!(found.title.text.as_deref(), Some(title));
    }
}

#[test]
fn what_an_advert_leaves_out_is_core_and_no_coordination() {
    let shipped = Registries::shipped();
    let found = found(&shipped, "# Community manager\n\n## Tasks\n- Reply to comments\n- Sing\n");
    let lacks: Vec<String> = found.lacks.iter().map(|&task| shipped.own.task_id(task)).collect();
    let expected = ["publication-calendar", "brand-monitoring", "activity-report"];
    assert_eq!(lacks, expected.map(|id| format!("community-manager/{id}")));
    assert_eq!(found.passed_over, 2);
    // A duty may name two tasks.
    let two =
        "# Social media manager\n\n## Tasks\n- Study the competitors and prepare the crisis plan\n";
    let found = labelled::found(&shipped, two);
    let lacks: Vec<&str> =
        found.lacks.iter().map(|&task| shipped.own.task(task).id.as_str()).collect();
    assert!(
        !lacks.contains(&"competitor-analysis") && !lacks.contains(&"crisis-plan"),
        "{lacks:?}"
    );
}
