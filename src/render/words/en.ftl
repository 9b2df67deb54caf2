# The report's own words in English. Every message stands in all three languages.
# Names come from any registry, and the reader's own may be "Me": a name stands as a label, or behind the word for what it
# is; not as a subject, nor where an article is due.

# Columns and labels
role = Role
id = Id
focus = Focus
purpose = Purpose
reports-to = Reports to
reports = Leads
tasks = Tasks
task = Task
area = Area
cadence = Cadence
days = Days
hours-each-time = Hours each time
doers = Done by
time = Time
hours = Hours a week
hours-short = Hours
importance = Importance
who = Who
person = Person
position = Position
reason = Reason
also-called = Also called
also-called-task = Also called
skills = Skills
measures = Measures
classification = Classification
detail = Detail
sources = Sources
origin = Origin
origin-changed = { $base }, changed in { $place }: { $keys }
after = Only after
before = Comes before
gives = Hands over
gets = Receives
coordinates-with = Coordinates with
responsible = Responsible
accountable = Accountable
consulted = Consulted
informed = Informed
from = Before
to = After
change = Change
within-one-person = within one person
between-people = between two people
partly-column = Only partly
waits-for = Waits for the vacancy
aspect = Aspect

# Values
focus-strategy = strategy
focus-operations = operations
cadence-daily = daily
cadence-weekly = weekly
cadence-biweekly = every two weeks
cadence-monthly = monthly
cadence-quarterly = quarterly
cadence-semiannual = every half year
cadence-yearly = yearly
cadence-once = once
cadence-ongoing = ongoing
rhythm-daily = Every day
rhythm-weekly = Every week
rhythm-biweekly = Every two weeks
rhythm-monthly = Every month
rhythm-quarterly = Every quarter
rhythm-semiannual = Every half year
rhythm-yearly = Every year
rhythm-once = Once
rhythm-ongoing = All the time
day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
doers-one = one person
doers-each = everybody with the role
doers-shared = everybody with the role, hours shared
importance-core = core
importance-supplemental = supplemental
no-cadence = No fixed rhythm
other = Other
none = –
yes = yes
no = no
nobody-above = – (nobody)
one-person = One person
heading = { $what }: { $more }
semicolon = {"; "}
and = and
and-before-i = and

# Counts
count-roles = { $n ->
    [one] 1 role
   *[other] { $n } roles
}
count-tasks = { $n ->
    [one] 1 task
   *[other] { $n } tasks
}
count-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
hours-average = on average { $hours } h a week
hours-each-time-average = { $each } h each time, on average { $hours } h a week
at-least = at least { $hours }
count-hours = { $hours } h a week
count-hours-of = { $hours } of { $limit } h a week
count-without-estimate = { $n } without an estimate
count-handoffs = { $n ->
    [one] 1 handoff
   *[other] { $n } handoffs
}
count-coordination = { $n ->
    [one] 1 coordination task
   *[other] { $n } coordination tasks
}

# Company sizes
employees-between = { $min } to { $max } employees
employees-exactly = { $n ->
    [one] 1 employee
   *[other] { $n } employees
}
employees-up-to = { $max ->
    [0] no employees
    [one] at most 1 employee
   *[other] up to { $max } employees
}
employees-from = { $min } employees and more
headcount-is-a-proxy = The size follows from headcount alone; the European rule also looks at turnover and balance sheet.

# List
list-nothing = No task fits what was asked for.
list-no-roles = This registry has no roles yet.
list-large = roles show ROLE shows one role with its tasks, roles list WORDS searches, roles list --tasks --all shows every task.

# Catalogue
catalogue-list = roles add ROLE puts one of these into a registry of your own.
catalogue-role = { $role } is in the catalogue, not in this registry; roles add { $role } adds it.

# Job description
job-mission = Mission
job-main-duties = Main duties
job-further-duties = Further duties
job-duty = { $task } ({ $often ->
    [daily] every day
    [weekly] every week
    [biweekly] every two weeks
    [monthly] every month
    [quarterly] every quarter
    [semiannual] every half year
    [yearly] every year
    [once] once
   *[other] all the time
})
job-measures = Measures of success
job-works-with = Works with
job-above = { $role } (line manager)
job-below = { $role } (reports to this role)
job-supplies = Hands over: { $what }
job-receives = Receives: { $what }
job-coordinates = Coordination: { $what }
job-takes-part = Takes part in: { $what }
job-small-words = a an the this these that those what who how its their our your all every each
job-result = the result of “{ $task }”
job-does-not = What this role does not do
job-does-not-lead = These duties are close to this role's own, but belong to other roles.
job-done-by = Done by: { $role }
job-mistaken = { $task } (not to be confused with: { $own })
job-nobody-above = [to be named]
job-employer = Employer
job-place = Place
job-contract = Contract
job-pay = Pay
job-contact = Whom to write to

# Compare
difference-plan-carry = { $strategy } plans the strategy; { $operations } carries it out.
difference-same-strategy = Both plan the strategy
difference-same-operations = Both carry the strategy out
difference-areas = { $one } works on { $areas }, { $other } on { $others }.
difference-same-areas = Both work on { $areas }.
difference-none = { $roles } have the same tasks.
difference-counts = { $shared ->
    [0] { $one } has { $mine }, { $other } { $theirs }; none is the same.
    [one] { $one } has { $mine }, { $other } { $theirs }; one is the same.
   *[other] { $one } has { $mine }, { $other } { $theirs }; { $shared } are the same.
}
compare-roles = { $n } roles side by side
compare-shared = Shared: { $task } ({ $roles })
compare-alike = Alike ({ $percent }%): { $one } ({ $role }) and { $other } ({ $otherrole })
more-in-json = … and { $n } more (--format json has them all)
compare-one-person = { $roles ->
    [2] One person holds both: { $sizes }.
   *[other] One person holds them all: { $sizes }.
}
compare-apart = { $people ->
    [one] One person: { $sizes }.
   *[other] { $people } people: { $sizes }.
}
compare-not-all = Not every role has a position: { $sizes }.
compare-handoffs = { $from } hands over to { $to }: { $what }

# Growth
growth-lead-people = { $size }, { $from } → { $to } people
growth-lead = { $from } → { $to }
growth-moves = { $n ->
    [one] 1 task moves
   *[other] { $n } tasks move
}
growth-stays = { $n ->
    [one] 1 task stays with the same person
   *[other] { $n } tasks stay with the same person
}
growth-continues = { $before } goes on as { $after }.
growth-continues-person = { $who }: { $before } → { $after }.
growth-first-daily = To hand over first ({ $giver } → { $newcomer }), as it comes round every day: { $tasks }.
growth-first-weekly = To hand over first ({ $giver } → { $newcomer }), as it comes round every week: { $tasks }.
growth-first-other = To hand over first ({ $giver } → { $newcomer }): { $tasks }.
growth-first-hours = That frees { $hours } h a week; { $of } h a week go to { $newcomer } in all.
growth-first-needs = { $n ->
    [one] This task relies on what others do: { $tasks }.
   *[other] These tasks rely on what others do: { $tasks }.
}
growth-appearing = { $n ->
    [one] 1 handoff appears between two people
   *[other] { $n } handoffs appear between two people
}
growth-vanishing = { $n ->
    [one] 1 handoff is no longer needed: one person does both tasks
   *[other] { $n } handoffs are no longer needed: one person does both tasks
}
growth-coordination = { $n ->
    [one] 1 coordination task begins to count
   *[other] { $n } coordination tasks begin to count
}
change-moves = moves
change-stays = stays
change-appears = appears
change-vanishes = vanishes
growth-coordination-gone = { $n ->
    [one] 1 coordination task no longer counts
   *[other] { $n } coordination tasks no longer count
}
growth-nothing = Nothing changes hands.

# Differences
name = Name
title = Title
languages = Languages
workdays = Working days
allow = Warnings that are meant
every-task = Words that fit every task
url = Address
employees = Employees
positions = Positions
overlaps = Comes near
source = Source
size = Company size
staffing-one-per-role = each role is a position
diff-what = What
diff-none = nothing differs
diff-affected = { $n ->
    [one] 1 change in who does what
   *[other] { $n } changes in who does what
}
diff-added = { $n } added
diff-removed = { $n } gone
diff-moved = { $n } moved to another role
diff-changed = { $n } changed
diff-reworded = { $n } reworded
diff-key-affected = who
diff-key-added = added
diff-key-removed = gone
diff-key-moved = moved
diff-key-changed = changed
diff-key-reworded = reworded
diff-now-does = now does
diff-now-answers = now answers for
diff-now-asked = is now asked about
diff-now-told = is now told of
diff-no-longer-does = no longer does
diff-no-longer-answers = no longer answers for
diff-no-longer-asked = is no longer asked about
diff-no-longer-told = is no longer told of

# Assign
assign-one-person = { $tasks ->
    [0] { $size }: there is no task to do.
    [one] { $size }: the only task falls on one person.
   *[other] { $size }: all { $tasks } tasks fall on one person.
}
assign-one-person-partly = { $tasks ->
    [one] { $size }: one task for one person.
   *[other] { $size }: { $tasks } tasks for one person.
}
assign-one-position-shared = { $tasks ->
    [one] { $size }: { $people } people share one position with one task.
   *[other] { $size }: { $people } people share one position and its { $tasks } tasks.
}
assign-by-whole-roles = { $size }: { $people } people share one position and its { $tasks } tasks by whole roles.
assign-positions = { $positions ->
    [0] { $size }: there is no position.
    [one] { $size }: one position ({ $count }).
   *[other] { $size }: { $positions } positions share { $count }.
}
assign-reporting = { $role } reports to { $above }.
assign-total = { $all ->
    [one] { $assigned } of 1 task assigned
   *[other] { $assigned } of { $all } tasks assigned
}
assign-partly = { $n ->
    [one] 1 task only partly, for want of time
   *[other] { $n } tasks only partly, for want of time
}
assign-fell-away = { $n ->
    [one] 1 task between two people falls away, because one is on both sides: { $tasks }
   *[other] { $n } tasks between two people fall away, because one is on both sides: { $tasks }
}
partly = { $hours } of { $of } h
assign-within = { $what } within one person
assign-between = { $what } between people
assign-unassigned = { $n ->
    [one] 1 task has nobody
   *[other] { $n } tasks have nobody
}
assign-missing = What does not fit would take { $hours } h a week more
load = Load
load-title = Load, hours a week
overview-first = these { $n } are needed most
overview-busiest = Load, hours a week: the { $n } busiest of { $all }
overview-people = This is what matters most; --all shows every task, --person NAME those of one person, --by area one area after another.
overview-positions = This is what matters most; --all shows every task, --by area one area after another.
load-used = Used
load-used-at-least = Used, at least
load-limit = Hours available
load-free = Free
load-free-at-most = Free, at most
load-over = Over
nothing-to-do = { $n } with nothing to do
no-known-hours = { $n } without known hours
person-limit = Their hours a week
person-used = Their hours used at least
person-free = Their hours free at most
person-over = Their hours over
why = Why
and-more = … and { $n } more
assign-team = Team
assign-advice = Find these hours, hand tasks to somebody else, or drop what is supplemental.
assign-waits = { $n ->
    [one] 1 task waits for the vacancy { $what }: { $tasks }
   *[other] { $n } tasks wait for the vacancy { $what }: { $tasks }
}
assign-rebalance = Core tasks are left undone while others do supplemental ones; --rebalance plans afresh with those who are there.
assign-over = { $who }: { $hours } h a week too much, because what is pinned to somebody stays with them.
handover-title = { $n ->
    [0] Without { $names } nothing changes hands
    [one] Without { $names } 1 task changes hands
   *[other] Without { $names } { $n } tasks change hands
}
day-everybody = On { $day }, everybody is there.
day-away = On { $day }, away: { $names }.
why-pinned = Pinned to { $who }
why-only-one = Nobody else has the role { $role }
why-position = The position { $who } holds the role { $role }
why-spread = Open to { $names }; this way the busiest of them ({ $who }) has { $hours }
why-so-many = { $n } people
why-each = Everybody who has the role { $role } does it
why-each-in-time = Everybody who has the role { $role } and time left does it
why-shared = Those who have the role { $role } share its hours in proportion to theirs
why-deputy = Whoever does it is away; the deputy is { $who }
why-stand-in = Whoever does it is away; free to do it, with time left: { $who }
why-whole-role = The whole role { $role } lies with { $who }
why-as-ever = With { $who } also when everybody is there
why-need = The hours do not suffice for everything; when its turn came in the order of need, most time was left to { $who }
why-no-time = The hours do not suffice for everything; when its turn came in the order of need, nobody who may do it had time left
why-vacant = Nobody is there for the position { $position }
why-waits = { $why }; it waits for the vacancy { $what }
why-rest-waits = { $why }; the rest waits for the vacancy { $what }
reason-vacant-position = Vacant
reason-no-time-left = No time left
reason-no-position = No position
reason-fell-away = Falls away
nobody = nobody: { $reason }
only-after = only after: { $tasks }
no-position-for = { $role } has no position in this company size

# Raci
raci-lead = { $size }: who does each task, who answers for it, who is asked and who is told.
raci-does = responsible, does the task
raci-answers = accountable, answers for it
raci-asked = consulted, is asked beforehand
raci-told = informed, is told afterwards
raci-nothing-to-split = One person does it all and answers for it all: there is nothing to split.
raci-columns = Read from top to bottom
raci-reading = What it says
raci-vacant = { $n ->
    [one] 1 task has nobody to do it or to answer for it.
   *[other] { $n } tasks have nobody to do them or to answer for them.
}
raci-undone-here = { $n ->
    [one] 1 task has nobody to do it.
   *[other] { $n } tasks have nobody to do them.
}
raci-many-tasks = { $others ->
    [0] Does { $n } tasks, nobody else any: is that too much?
    [one] Does { $n } tasks, the only other to do any { $average }: is that too much?
   *[other] Does { $n } tasks, the others who do any { $average } on average: is that too much?
}
raci-many-answers = { $n ->
    [one] Answers for { $all } tasks, one of which somebody else does: could they answer for it?
   *[other] Answers for { $all } tasks, { $n } of which others do: could they answer for some?
}
raci-neither = Does no task and answers for none: is the role needed?
raci-neither-many = { $n } do no task and answer for none: are their roles needed?
raci-several = Several hold the role { $role }; for what none of them does, the one to answer is { $who }.
raci-stand-in = { $role } has no position here; { $other } answers in its place.
raci-undone = { $n ->
    [one] { $role } has no position here: nobody does its task.
   *[other] { $role } has no position here: nobody does its { $n } tasks.
}

# Risks
risks = Risks
risks-lead = { $size }: what could go wrong, worst first.
risks-none = { $size }: no risk found.
risk = Risk
risk-message = What it is
risk-advice = What to do
risk-everything = everything ({ $load })
risk-nobody-there = nobody is there
risk-pinned = { $hours }, pinned: { $tasks }
risk-waits = { $n ->
    [0] vacancy, no task waits for it
    [one] vacancy, 1 task waits for it
   *[other] vacancy, { $n } tasks wait for it
}
risk-no-time = Nobody has the time
risk-no-time-task = Nobody has the time for “{ $task }”.
risk-no-time-partly = Nobody has the time for { $hours } h a week of “{ $task }”.
risk-no-role = Nobody has the role
risk-no-role-task = No position has the role { $role }, so nobody does “{ $task }”.
risk-no-role-advice = Give the role to a position in registry.yaml, or choose a company size that has it.
risk-away = Left undone by those who are away
risk-away-task = Without { $names }, nobody does “{ $task }”.
risk-away-advice = Name a deputy in team.yaml (deputy: NAME), or decide what can wait.
risk-vacant = Vacant
risk-vacant-task = Nobody is there for the position { $position }, so nobody does “{ $task }”.
risk-vacant-position = Nobody is there for the position { $position }.
risk-vacancy = { $n ->
    [0] There is a vacancy: { $what }. No task waits for it.
    [one] There is a vacancy: { $what }. 1 task waits for it.
   *[other] There is a vacancy: { $what }. { $n } tasks wait for it.
}
risk-vacant-advice = Find somebody; until then, give the roles to somebody who is here.
risk-over-hours = More work than hours
risk-over-hours-advice = Take pins out of team.yaml, or give these people more hours.
risk-absence = If they are away, nobody has the time
risk-absence-task = Without { $who }, nobody has the time for “{ $task }”.
risk-absence-partly = Without { $who }, nobody has the time for { $hours } h a week of “{ $task }”.
risk-absence-advice = Keep some hours of the others free, or decide beforehand what can wait.
risk-only-person = Depends on one person
risk-only-person-task = Nobody but { $who } may do “{ $task }”, and nobody stands in.
risk-only-person-advice = Name a deputy in team.yaml (deputy: NAME), or give the role to one more person.
risk-only-position = Depends on one position
risk-only-position-task = Nobody but { $who } may do “{ $task }”.
risk-only-position-advice = Name the people, to see who can stand in: --to NAME, or team.yaml.
risk-alone-advice = Find somebody who can stand in, and write down how the work is done.
risk-no-deputy = Nobody stands in
risk-no-deputy-of = Nobody stands in for { $who }.
risk-no-deputy-advice = Name a deputy in team.yaml: deputy: NAME
risk-no-estimate = Nobody knows how long it takes
risk-no-estimate-of = “{ $task }” has no estimate.
risk-no-estimate-advice = Write hours_per_week beside the task in the file of its role.

# Who
who-apart = { $task }: { $doer } does it, { $accountable } answers for it.
who-alone = { $task }: { $doer } does it and answers for it.
who-one-position = one person, { $who }.
who-positions = { $who } (do it and answer for it).
who-doer-apart = { $doer } ({ $doers ->
    [one] does it
   *[other] do it
}), { $accountable } ({ $answering ->
    [one] answers for it
   *[other] answer for it
}).
who-no-doer = no position does it.
who-no-answer = { $doer } ({ $doers ->
    [one] does it
   *[other] do it
}), no position answers for it.
who-away = { $who } (away)
who-answers = Answers for it
who-one-person = One person in
who-nobody = Nobody here does it: { $question }
who-unsure = Not sure what is meant: { $question }
who-likeliest = { $n ->
    [one] The likeliest task:
   *[other] The likeliest tasks:
}
who-elsewhere = The catalogue has it under { $role }: { $tasks }.
who-or-elsewhere = Or nobody here does it: the catalogue has under { $role }: { $tasks }. (roles add { $id })
who-held-by = { $n ->
    [0] Team: nobody holds the role.
   *[other] Team, with this role: { $who }.
}
who-holds-nothing = In the team, without a role: { $who }.
who-reporting = { $n ->
    [one] { $roles } reports to { $above }.
   *[other] { $roles } report to { $above }.
}
who-role = roles show { $id } has all its tasks.
who-role-purpose = { $role } is a role here. { $purpose }
who-person-tasks = roles assign --person NAME shows what somebody does.
who-likeliest-roles = { $n ->
    [one] The likeliest role: { $roles }; roles show { $id } has all of its tasks.
   *[other] The likeliest roles: { $roles }; roles show ID has all tasks of one, roles compare how two differ.
}
who-answer = Answer
who-sure = sure
who-not-sure = not sure
who-nobody-here = nobody
who-in-catalogue = in the catalogue
who-same-doer = { $who } (does it and answers for it).
who-does = Does it
who-score = Score

# Chart
chart-of-roles = Who reports to whom
chart-positions = { $n ->
    [one] 1 position
   *[other] { $n } positions
}
chart-hidden = { $n ->
    [one] 1 more position below
   *[other] { $n } more positions below
}
chart-other = { $name } ({ $tasks }) from another position
chart-goes-on = (goes on further down)
chart-again = (continued)

# Report
report-contents = Contents
report-roles = The roles
report-areas = Tasks by area
report-people = Who does what
report-companies = Who does what, by company size
report-raci = Who answers for what
report-raci-lead = RACI: each task has somebody who does it (responsible) and exactly one who answers for it (accountable).
report-raci-hours = Hours aside: a task for which no time is left stands with whoever would do it.
report-handoffs = What the roles hand to one another
report-chart = Who reports to whom
report-sources = Sources
report-made-by = Made with roles { $version }.
handed-over = What
handed-from = From
handed-to = To

# Match
count-duties = { $n ->
    [one] 1 duty
   *[other] { $n } duties
}
match-line = Line
match-text = The advert says
match-second = Or else
match-elsewhere = In the catalogue
match-nobody = Nobody
match-untitled = There is no title. { $role } has { $n } of { $all } duties, and no role has more.
match-roleless = None of these duties belongs to a role.
match-fits = “{ $title }” fits: { $role } has { $n } of { $all } duties, more than any other role.
match-leans = “{ $title }” leans to { $role }, who has { $n } of { $all } duties; { $named } has { $own }.
match-mixed = “{ $title }” is mixed: { $named } has { $own } of { $all } duties, and no role is clearly ahead.
match-several = “{ $title }” is mixed: it names { $named }. { $role } has { $n } of { $all } duties, and no role has more.
match-unknown = “{ $title }” names no role that is known. { $role } has { $n } of { $all } duties, and no role has more.
match-passed-over = { $n ->
    [one] { $duties } found; 1 line is about something else and was passed over.
   *[other] { $duties } found; { $n } lines are about something else and were passed over.
}
match-no-duties = There are no duties in it: neither a list nor a sentence that is about a task.
match-part = { $duties } ({ $percent }%)
match-probably = Probably: { $task }
match-either = { $task }; or else: { $second }
match-lacks = The advert leaves out what belongs to { $role }: { $tasks }.
match-lacks-nothing = The advert leaves out no core task of { $role }.
match-add = { $n ->
    [one] The catalogue has a role for what nobody here does: roles add { $ids }
   *[other] The catalogue has roles for what nobody here does: roles add { $ids }
}
match-unsure = { $n ->
    [one] One answer is not sure; --answers FILE puts it right.
   *[other] { $n } answers are not sure; --answers FILE puts them right.
}

# What next
next = Next: { $command } ({ $what })
next-show-role = shows everything about this role
next-job-page = makes it a web page to print or publish
next-show-task = shows everything about this task
next-list-tasks = shows which tasks there are
next-list-there = shows what the catalogue has of it
next-list-words = looks for what was probably meant
next-compare = shows where the roles differ
next-compare-sizes = shows what changes when the company grows
next-assign = shows who does what
next-assign-all = shows every task with whoever does it
next-raci = shows who answers for what
next-risks = shows what could go wrong
next-assign-hours = shows what fits into ten hours a week
next-diff = writes it as Markdown for a pull request
next-report = puts all of it on a page to read and print
next-add-role = adds this role to your registry

# First page
welcome-anywhere = Begin here; each of these works in any folder:
welcome-here = Begin here; each of these is about the registry of this folder:
welcome-wrong = There are mistakes in the registry of this folder. First see them:
welcome-help = roles --help lists everything; roles assign --help shows examples.
next-list = shows the roles, and how many tasks each has
next-check = shows what is wrong and how to mend it
next-new = adds a role
next-change = begins a file for what is different in a role
next-init = begins a registry of your own with this one
next-explain = says more about the first of these problems
next-write = writes it into a file
next-man = shows it as a manual page
next-completions = says where to put which line
next-bash = prints what the line for bash sets up

# Files that were written
file-wrote = wrote { $file }
file-replaced = replaced { $file }
file-changed = changed { $file }
init-yours = This registry is yours now: change its texts, tasks and company sizes in an editor. The comments in { $file } say how.
init-extends = Everything of the shipped registry is here already; write only what is different. The comments in { $file } show how.
init-file-what = This registry has the roles, areas, company sizes and sources of the one that comes with the program. What stands here, and in the files beside this one, is added or changed.
init-file-change = To change a role, write only what is different into a file that is called by its id: roles new { $role } begins one. For example:
init-file-task = Write the newsletter
init-copy-head = What all roles share. There is one more file for each role, called by its id; team.yaml may list the people. roles check shows everything that is wrong, and how to mend it.
init-copy-role = The role { $role }: other files call it by this id, the name of its file without the ending.
init-copy-words = Other words for tasks: roles who finds a task by them. Below the id of a role stand the ids of its tasks, and below each the words.
new-fill-in = Open it in an editor: it has a name and one task to fill in, and as comments all else that a role can say.
new-change = Open it in an editor and write only what is different from { $base }. Its comments show how.
add-yours = Added { $roles }: yours now, to change as you like.

# Notes
note = note
note-not-a-file = { $path } is no regular file and was passed over
note-ending = { $path } does not end in .yaml or .yml and was passed over
note-using = using the registry in { $folder }
note-using-variable = using the registry in { $folder } (ROLES_REGISTRY)
note-no-head = { $folder }/ has no registry.yaml, so the shipped registry is used; `version: 1` in { $folder }/registry.yaml makes it one
note-shipped-checked = no registry of your own is here, so the shipped one is checked
note-variable-wins = ROLES_REGISTRY names another registry, which the other commands use
note-above = a folder above has a registry too; from here, this one is used
note-nothing-added = nothing was added: the files would have these errors
note-untranslated = the catalogue has no texts in { $languages }; these are yours to translate
note-links-left-out = links to what is not here were left out: { $links }
note-lacks = the role '{ $role }' has { $what ->
    [skills] no `skills`
    [measures] no `measures`
   *[both] neither `skills` nor `measures`
}; written into its file, they stand here too (roles init makes the files if you have none yet)
note-mermaid = Mermaid draws at most { $mostarrows } arrows and { $mostcharacters } characters unless its page is set up for more; these are { $arrows } and { $characters }. --depth N shows fewer levels, --format svg draws them all
note-first-day = the first day is { $weekday } { $day }; --start chooses another
note-no-calendar = no task comes round at a fixed rhythm: there is nothing for a calendar
note-without-rhythm = { $n ->
    [one] in no calendar: 1 task does not come round at a fixed rhythm ({ $names })
   *[other] in no calendar: { $n } tasks do not come round at a fixed rhythm ({ $names })
}
note-has-nobody = { $n ->
    [one] in no calendar: 1 task has nobody ({ $names })
   *[other] in no calendar: { $n } tasks have nobody ({ $names })
}
note-idle = { $n ->
    [one] no calendar for { $names }, who has no task that comes round
   *[other] no calendar for { $names }, who have no task that comes round
}
note-left = { $n ->
    [one] { $names } is a calendar of somebody who has none now; it was left as it is
   *[other] { $names } are calendars of people who have none now; they were left as they are
}

# The sheet of a workbook with what a page says beside its tables.
sheet-notes = Notes

# Import
import-matrix = { $file } is a matrix: tasks down, { $who ->
    [people] people
   *[roles] roles
} across, letters inside. The headings stand in row { $row }.
import-names = { $file } is a list of tasks with the names of { $who ->
    [people] people
   *[roles] roles
} for each letter of RACI. The headings stand in row { $row }.
import-list = { $file } is a list with a row for each task or person. The headings stand in row { $row }.
import-otherwise = If that is wrong: --map COLUMN=FIELD says what a column holds, --who people or --who roles what the names are.
import-areas = { $n ->
    [one] 1 area
   *[other] { $n } areas
}
import-dry-run = Nothing was written; without --dry-run it would be.
import-yours = This registry is yours now: change it in an editor.
import-cell = { $cell } “{ $text }”
import-above-heading = stands above the headings and was left out
import-unread-column = nothing is known of this column; --map COLUMN=FIELD says what it holds
import-total = a total, left out
import-footnote = a text below the last task, left out
import-lone-text = a text alone, neither a task nor above one, left out
import-no-task = no task stands in this row; it was left out
import-nobody = nobody does it or answers for it; it was left out
import-no-responsible = nobody does it; whoever answers for it does it
import-no-accountable = nobody answers for it; the first who does it answers for it
import-second-accountable = answers for it as well; only the first counts
import-told-anyway = does it or answers for it, and need not be asked or told
import-not-all-doers = not all who have its role do it; the first who does stands for them
import-unknown-letters = no letters of RACI; left out
import-unknown-cadence = no rhythm that is known; left out
import-unknown-days = no days of the week, or none that fit the rhythm; left out
import-unknown-hours = no hours that are known, or none that fit the rhythm; left out
import-unknown-word = no word that this column takes; left out
import-hours-without-cadence = hours each time need a rhythm; left out
import-too-long = longer than 10,000 letters; cut
import-name-too-long = no name: longer than 100 letters; left out
import-not-of-people = a registry does not say this of people; left out
import-error = a formula went wrong here; left out
import-formula = a formula that was never computed; open and save the file in a spreadsheet program
import-other-sheet = this sheet has other headings and was not read; --sheet reads it alone
import-unread-sheet = this sheet was not read
