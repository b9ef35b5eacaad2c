"""Holds a calendar to RFC 5545 by two libraries: vobject knows which
components may have which properties, and how often; icalendar reads every
value as what its property says it is. Both are in Debian as python3-NAME."""
import sys

import icalendar
import vobject

text = open(sys.argv[1], "rb").read()
problems = []
calendars = list(vobject.readComponents(text.decode("utf-8")))
for calendar in calendars:
    try:
        calendar.validate(raiseException=True, complainUnrecognized=False)
    except Exception as e:
        problems.append(f"vobject: {e}")
if len(calendars) != 1:
    problems.append(f"{len(calendars)} calendars")
for calendar in icalendar.Calendar.from_ical(text, multiple=True):
    for component in calendar.walk():
        problems += [f"icalendar: {component.get('UID')}: {name}: {why}" for name, why in component.errors]
        for name in component.required:
            if name not in component:
                problems.append(f"icalendar: {component.get('UID')}: no {name}")
        for name in component.singletons:
            if isinstance(component.get(name), list):
                problems.append(f"icalendar: {component.get('UID')}: more than one {name}")
print("\n".join(problems))
sys.exit(1 if problems else 0)
