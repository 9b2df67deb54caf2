# Las palabras propias de los informes, en español.

# Columnas y rótulos
role = Rol
id = Id
focus = Orientación
purpose = Misión
reports-to = Depende de
reports = Dirige a
tasks = Tareas
task = Tarea
area = Área
cadence = Frecuencia
hours = Horas a la semana
hours-short = Horas
importance = Importancia
who = Quién
person = Persona
position = Puesto
reason = Motivo
also-called = Otros nombres
also-called-task = También se dice
classification = Clasificaciones
detail = Detalle
sources = Fuentes
after = Solo después de
before = Va antes de
gives = Entrega
gets = Recibe
coordinates-with = Se coordina con
accountable = Responsable último
consulted = Consultado
informed = Informado
from = Antes
to = Después
change = Cambio
within-one-person = en la misma persona
between-people = entre dos personas
within-one-person-column = En la misma persona
aspect = Aspecto

# Valores
focus-strategy = estrategia
focus-operations = ejecución
cadence-daily = diaria
cadence-weekly = semanal
cadence-monthly = mensual
cadence-quarterly = trimestral
cadence-yearly = anual
cadence-once = una vez
cadence-ongoing = continua
importance-core = esencial
importance-supplemental = complementaria
no-cadence = Sin frecuencia fija
other = Otras
none = –
yes = sí
no = no
nobody-above = – (nadie)
one-person-holder = Una sola persona
heading = { $what }: { $more }
semicolon = {"; "}
and = y

# Cantidades
count-roles = { $n ->
    [one] 1 rol
   *[other] { $n } roles
}
count-tasks = { $n ->
    [one] 1 tarea
   *[other] { $n } tareas
}
count-hours = { $hours } h a la semana
count-hours-of = { $hours } de { $limit } h a la semana
count-without-estimate = { $n } sin estimación
count-handoffs = { $n ->
    [one] 1 entrega
   *[other] { $n } entregas
}
count-coordination = { $n ->
    [one] 1 tarea de coordinación
   *[other] { $n } tareas de coordinación
}

# Tamaños de empresa
employees-between = de { $min } a { $max } empleados
employees-exactly = { $n ->
    [one] 1 empleado
   *[other] { $n } empleados
}
employees-up-to = { $max ->
    [0] ningún empleado
    [one] 1 empleado como máximo
   *[other] { $max } empleados como máximo
}
employees-from = { $min } empleados o más
headcount-is-a-proxy = Tamaño elegido solo por el número de empleados; la norma europea mira además el volumen de negocio y el balance.

# Lista
list-nothing = Ninguna tarea cumple estos filtros.
list-no-roles = Este registro aún no tiene roles.

# Comparación
difference-plan-carry = { $strategy }: planifica la estrategia. { $operations }: la lleva a cabo.
difference-same-strategy = Ambos roles planifican la estrategia
difference-same-operations = Ambos roles llevan a cabo la estrategia
difference-areas = { $one }: { $areas }. { $other }: { $others }.
difference-same-areas = Mismas áreas: { $areas }.
compare-roles = { $n } roles, uno junto a otro
compare-shared = En común: { $task } ({ $roles })
compare-alike = Parecidas ({ $percent } %): { $one } ({ $role }) y { $other } ({ $otherrole })
compare-more = … y { $n } más (--format json los da todos)
compare-one-person = { $roles ->
    [2] Una sola persona reúne los dos: { $sizes }.
   *[other] Una sola persona los reúne todos: { $sizes }.
}
compare-apart = { $people ->
    [one] Una persona: { $sizes }.
   *[other] { $people } personas: { $sizes }.
}
compare-not-all = Algún rol no tiene puesto: { $sizes }.
compare-handoffs = { $from } entrega a { $to }: { $what }

# Crecimiento
growth-lead = { $from } → { $to }
growth-moves = { $n ->
    [one] 1 tarea cambia de manos
   *[other] { $n } tareas cambian de manos
}
growth-stays = { $n ->
    [one] 1 tarea se queda con la misma persona
   *[other] { $n } tareas se quedan con la misma persona
}
growth-continues = { $before } pasa a ser { $after }.
growth-appearing = { $n ->
    [one] 1 entrega aparece entre dos personas
   *[other] { $n } entregas aparecen entre dos personas
}
growth-vanishing = { $n ->
    [one] 1 entrega ya no hace falta: una sola persona hace las dos tareas
   *[other] { $n } entregas ya no hacen falta: una sola persona hace las dos tareas
}
growth-coordination = { $n ->
    [one] 1 tarea de coordinación cobra sentido
   *[other] { $n } tareas de coordinación cobran sentido
}
change-moves = cambia de manos
change-stays = se queda
change-appears = aparece
change-vanishes = desaparece
growth-coordination-gone = { $n ->
    [one] 1 tarea de coordinación deja de contar
   *[other] { $n } tareas de coordinación dejan de contar
}
growth-nothing = Nada cambia de manos.

# Asignación
assign-one-person = { $tasks ->
    [0] { $size }: no hay ninguna tarea.
    [one] { $size }: la única tarea recae en una sola persona.
   *[other] { $size }: las { $tasks } tareas recaen en una sola persona.
}
assign-one-person-partly = { $tasks ->
    [one] { $size }: 1 tarea para una sola persona.
   *[other] { $size }: { $tasks } tareas para una sola persona.
}
assign-one-position-shared = { $tasks ->
    [one] { $size }: { $people } personas se reparten un puesto y su única tarea.
   *[other] { $size }: { $people } personas se reparten un puesto y sus { $tasks } tareas.
}
assign-positions = { $positions ->
    [0] { $size }: no hay ningún puesto.
    [one] { $size }: un puesto ({ $count }).
   *[other] { $size }: { $positions } puestos se reparten { $count }.
}
assign-reporting = { $role } depende de { $above }.
assign-total = { $assigned } de { $all ->
    [one] 1 tarea asignada
   *[other] { $all } tareas asignadas
}
assign-within = { $what } en la misma persona
assign-between = { $what } entre varias personas
assign-unassigned = { $n ->
    [one] 1 tarea queda sin asignar
   *[other] { $n } tareas quedan sin asignar
}
assign-missing = Harían falta { $hours } h más a la semana para lo que no cabe
reason-vacant-position = Puesto vacante
reason-no-time-left = Sin tiempo
reason-no-position = Sin puesto
no-position-for = { $role } no tiene puesto en este tamaño de empresa

# Quién
who-apart = { $task }: lo hace { $doer }, responde { $accountable }.
who-alone = { $task }: lo hace { $doer }, que también responde de ello.
who-one-seat = { $who }, una sola persona.
who-seats = lo hacen { $who }, que también responden de ello.
who-seats-apart = lo hace { $doer }, responde { $accountable }.
who-no-doer = ningún puesto lo hace.
who-no-answer = lo hace { $doer }, ningún puesto responde.
who-answers = Responde
who-one-person = Una sola persona en
who-nothing = Ninguna tarea coincide con: { $question }
who-nearest = Las más cercanas:
who-role = { $role } es un rol: roles show { $id } muestra todas sus tareas.
who-does = Lo hace
who-score = Puntuación

# Y ahora
next = Siguiente: { $command } ({ $what })
next-show-role = muestra todo sobre este rol
next-show-task = muestra todo sobre esta tarea
next-list-tasks = muestra todas las tareas
next-compare = muestra en qué se diferencian los roles
next-compare-sizes = muestra qué cambia cuando la empresa crece
next-assign = muestra quién hace qué
next-assign-hours = muestra qué cabe en diez horas a la semana
