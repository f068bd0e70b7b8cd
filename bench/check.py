#!/usr/bin/env python3
"""Does each system answer the workloads rightly? check.py ADAPTER... Truth is the reference database `bench`.

W1-W3, W6 are compared with SQL; W4 must create one row and refuse bad input; W5 lets 64 threads fight for 100 seats:
exactly 100 may win. Systems are started and stopped here.
"""
import random, sys, uuid
from concurrent.futures import ThreadPoolExecutor
from lib import *

P = params()


def at(x, path):
    for k in filter(None, (path or "").split(".")):
        x = x[k]
    return x


def check(a):
    f = a.get("fields", {}); name = f.get("name_vi", "name_vi"); r = random.Random(7); out = {}
    def rows(w, v):
        s, x = call(a, a[w], v)
        return at(x, a[w].get("rows", a.get("rows"))) if s == 200 else f"HTTP {s} {str(x)[:200]}"
    def verdict(w, ok, note=""):
        out[w] = ok; print(f"{a['name']:10}{w:4}{'ok' if ok else 'WRONG'} {note}", flush=True)
    told = lambda v: {k: a.get("map", {}).get(k, {}).get(x, x) if isinstance(x, str) else x for k, x in v.items()}
    vs = [values("W1", P, r) for _ in range(20)]
    if "W1" in a:
        got = [rows("W1", v) for v in vs]
        got = [g[0] if isinstance(g, list) and g else g for g in got]
        want = [psql("bench", f"select name_vi from enterprise where id = '{v['id']}'") for v in vs]
        verdict("W1", [g[name] if isinstance(g, dict) else g for g in got] == want, "" if isinstance(got[0], dict) else got[0])
    if "W2" in a:
        # Equal revenues stand in the order of their ids, up or down: the adapter says which.
        bad = []; order = a["W2"].get("order", "revenue desc, id")
        for _ in range(20):
            v = values("W2", P, r)
            want = psql("bench", f"select name_vi from enterprise e where province='{v['province']}' and sector='{v['sector']}' and exists (select 1 from dossier d where d.enterprise_id=e.id and d.status='{v['status']}') order by {order} limit 50 offset {v['offset']}").split("\n")
            g = rows("W2", told(v))
            g = [x[name] for x in g] if isinstance(g, list) else g
            if g != [x for x in want if x]:
                bad.append(f"{v}: {len(want)} wanted, got {g if isinstance(g, str) else len(g)}")
        verdict("W2", not bad, f"{len(bad)}/20 " + (bad[0] if bad else ""))
    if "W3" in a:
        # Who sorts Vietnamese names as Vietnamese do has another top 20 than code points have.
        bad = []; order = f' collate "{a["collation"]}"' if "collation" in a else ""
        for t in P["terms"][:20]:
            want = psql("bench", f"select name_vi from enterprise where name_search like '%' || vn_fold('{t}') || '%' order by name_vi{order} limit 20").split("\n")
            from gen_data import fold
            for q in (t, fold(t)):
                g = rows("W3", {"q": q, "q_folded": fold(t)})
                g = [x[name] for x in g] if isinstance(g, list) else g
                if isinstance(g, str) or sorted(g) != sorted(want):
                    bad.append(f"{q}: {g if isinstance(g, str) else g[:2]} for {want[:2]}")
        verdict("W3", not bad, f"{len(bad)}/40 " + (bad[0] if bad else ""))
    if "W4" in a:
        v = values("W4", P, r); codes = [call(a, a["W4"], v)[0]]
        codes += [call(a, a["W4"], v | {"amount": -5})[0], call(a, a["W4"], v | {"enterprise_id": str(uuid.UUID(int=1))})[0], call(a, a["W4"] | {"body": a["W4"]["body"] | a["W4"].get("forbidden", {})}, v | {"status": "approved"})[0]]
        verdict("W4", codes[0] in (200, 201) and all(400 <= c < 500 for c in codes[1:]), f"good, negative amount, unknown enterprise, forbidden status -> {codes}")
        reset(a, "W4")
    if "W5" in a:
        c = P["hot_courses"][0]; psql(a["db"], a["seats_sql"].format(seats=100, course_id=c))
        def one(i):
            q = random.Random(i); return call(a, a["W5"], {"course_id": c, "enterprise_id": values("W1", P, q)["id"], "name": "Trần Bình", "email": f"race{i}@example.vn"})[0]
        with ThreadPoolExecutor(64) as ex:
            codes = list(ex.map(one, range(400)))
        won = sum(x in (200, 201) for x in codes); taken = int(psql(a["db"], a["taken_sql"].format(course_id=c)))
        verdict("W5", won == taken == 100 and not any(x >= 500 for x in codes), f"100 seats, 400 tries: {won} accepted, {taken} stored, refusals {sorted(set(codes) - {200, 201})}")
        reset(a, "W5")
    if "W6" in a:
        g = rows("W6", {}); want = [int(x) for x in psql("bench", "select count(*), sum(approved_amount) from dossier").split("\t")]
        got = [sum(int(at(x, a["W6"][k]) or 0) for x in g) for k in ("count", "sum")] if isinstance(g, list) else g
        verdict("W6", got == want, f"{got} for {want}")
    return out


for a in map(adapter, sys.argv[1:]):
    p, _ = start(a)
    try:
        check(a)
    finally:
        stop(p)
