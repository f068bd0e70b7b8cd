#!/usr/bin/env python3
"""Ten thousand requests in flight for 200 seats: ./seats.py nscl [--requests 10000] [--seats 200]

Every request has its own connection; all are open before the first byte is sent. Exactly as many are accepted as there are seats, everybody else gets
an answer, nobody a 5xx; afterwards the table is asked too. Prints one line of JSON; exit code 1 when a seat too many or too few was given."""
import argparse, asyncio, collections, json, random, resource, sys, time, urllib.parse
from lib import adapter, fill, headers, params, psql, reset, start, stop, values

ap = argparse.ArgumentParser()
ap.add_argument("system"); ap.add_argument("--requests", type=int, default=10_000); ap.add_argument("--seats", type=int, default=200)
o = ap.parse_args()
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
a = adapter(o.system); p = params(); spec = a["W5"]; course = p["hot_courses"][0]
target = urllib.parse.urlparse(a["base"])


def request(i):
    v = values("W5", p, random.Random(i), a) | {"course_id": course, "email": f"crowd{i}@example.vn"}
    body = json.dumps(fill(spec["body"], v), ensure_ascii=False).encode()
    path = spec["path"].format(**v)
    h = headers(a) | {"Content-Type": "application/json", "Host": target.netloc, "Content-Length": len(body), "Connection": "close"}
    h |= {k: x.replace("@UNIQ@", f"crowd-{time.time_ns()}-{i}") for k, x in spec.get("headers", {}).items()}
    return f"POST {path} HTTP/1.1\r\n".encode() + "".join(f"{k}: {x}\r\n" for k, x in h.items()).encode() + b"\r\n" + body


async def one(i, opened, go):
    for attempt in range(50):
        try:
            reader, writer = await asyncio.open_connection(target.hostname, target.port)
            break
        except OSError:
            await asyncio.sleep(.1 * (attempt + 1))
    opened.release()
    await go.wait()
    began = time.monotonic()
    try:
        writer.write(request(i)); await writer.drain()
        status = int((await reader.readline()).split()[1])
        await reader.read()
    except (OSError, IndexError):
        status = 0  # cut off without an answer
    writer.close()
    return status, time.monotonic() - began


async def crowd():
    opened, go, began = asyncio.Semaphore(0), asyncio.Event(), time.monotonic()
    tasks = [asyncio.create_task(one(i, opened, go)) for i in range(o.requests)]
    for _ in tasks:
        await opened.acquire()
    opened_in = time.monotonic() - began
    began = time.monotonic(); go.set()
    answers = await asyncio.gather(*tasks)
    return answers, time.monotonic() - began, opened_in


process, _ = start(a)
try:
    psql(a["db"], a["seats_sql"].format(seats=o.seats, course_id=course))
    answers, took, opened_in = asyncio.run(crowd())
    taken = int(psql(a["db"], a["taken_sql"].format(course_id=course)))
    codes = collections.Counter(status for status, _ in answers); waits = sorted(wait for _, wait in answers)
    exact = codes[201] + codes[200] == taken == o.seats and not any(code == 0 or code >= 500 for code in codes)
    print(json.dumps({"system": o.system, "requests": o.requests, "seats": o.seats, "taken": taken, "codes": dict(codes), "opened": round(opened_in, 1), "seconds": round(took, 1),
                      "per_second": round(o.requests / took), "p50": round(waits[len(waits) // 2], 2), "p99": round(waits[len(waits) * 99 // 100], 2), "exact": exact}))
    reset(a, "W5")
finally:
    stop(process)
sys.exit(0 if exact else 1)
