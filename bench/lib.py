"""Shared parts of the harness: adapters, request rendering, process accounting. Python standard library only."""
import json, os, random, re, signal, subprocess, time, urllib.error, urllib.parse, urllib.request, uuid

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.environ.get("PEERS", "/tmp/peers")
DATA = os.environ.get("DATADIR", PEERS + "/data")
PORT = os.environ.get("PGPORT", "55733")
WORKLOADS = ["W1", "W2", "W3", "W4", "W5", "W6", "SC"]
COUNT = {"W1": 20000, "W2": 5000, "W3": 1000, "W4": 20000, "W5": 5000, "W6": 1, "SC": 5000}
TICK = os.sysconf("SC_CLK_TCK")


def params():
    return json.load(open(DATA + "/params.json"))


def adapter(name):
    path = name if name.endswith(".json") else f"{HERE}/adapters/{name}.json"
    text = open(path).read().replace("$PEERS", PEERS).replace("$HERE", HERE).replace("$PGPORT", PORT)
    return json.loads(text)


def headers(a):
    """Header values may be 'file:PATH' or contain '{file:PATH}' so that no token stands in an adapter."""
    return {k: re.sub(r"\{file:([^}]+)\}", lambda m: open(m[1]).read().strip(), v) for k, v in a.get("headers", {}).items()}


def values(w, p, r, a=None):
    """One set of placeholder values for workload w, in the words of adapter a ("map": placeholder -> value -> its value)."""
    v = raw_values(w, p, r); names = (a or {}).get("map", {})
    return {k: names.get(k, {}).get(x, x) if isinstance(x, str) else x for k, x in v.items()}


def raw_values(w, p, r):
    from gen_data import fold, uid
    ent = uid("e", r.randrange(1, p["enterprises"] + 1))
    if w == "W1":
        return {"id": ent}
    if w == "W2":
        prov, sec, st, off = r.choice(p["w2"])
        return {"province": prov, "sector": sec, "status": st, "page": off // 50 + 1, "offset": off, "limit": 50}
    if w == "W3":
        t = r.choice(p["terms"])
        return {"q": r.choice([t, fold(t)]), "q_folded": fold(t)}
    if w in ("W4", "SC"):
        return {"enterprise_id": ent, "programme_id": r.choice(p["programmes"])[0], "status": "submitted", "amount": r.randrange(10, 51) * 1_000_000}
    if w == "W5":
        return {"course_id": r.choice(p["hot_courses"]), "enterprise_id": ent, "name": "Nguyễn Văn An", "email": "b@UNIQ@@example.vn"}
    return {}


def fill(t, v):
    """Placeholders in a body: '{x}' alone keeps the value's type, inside text it is substituted."""
    if isinstance(t, dict):
        return {k: fill(x, v) for k, x in t.items()}
    if isinstance(t, list):
        return [fill(x, v) for x in t]
    if isinstance(t, str):
        m = re.fullmatch(r"\{(\w+)\}", t)
        return v[m[1]] if m else re.sub(r"\{(\w+)\}", lambda m: str(v[m[1]]), t)
    return t


def request_of(spec, v):
    path = re.sub(r"\{(\w+)\}", lambda m: urllib.parse.quote(str(v[m[1]]), safe=""), spec["path"])
    return spec.get("method", "GET"), path, json.dumps(fill(spec["body"], v), ensure_ascii=False) if "body" in spec else ""


CURSORS = {}


def paged(a, spec, v):
    """The request for page v["page"]. Where pages are reached by a cursor ("cursor": its field), it walks there once, as a reader would."""
    method, path, body = request_of(spec, v)
    if "cursor" in spec and v["page"] > 1:
        key = a["name"], path, v["page"]
        if key not in CURSORS:
            at = path
            for page in range(2, v["page"] + 1):
                known = a["name"], path, page
                if known not in CURSORS:
                    cursor = get(a, at)[spec["cursor"]]
                    # A later page of the reference may be empty here only if the data differ; check.py tells.
                    CURSORS[known] = f"{path}&cursor={urllib.parse.quote(cursor, safe='')}"
                at = CURSORS[known]
        path = CURSORS[key]
    return method, path, body


def get(a, path):
    with urllib.request.urlopen(urllib.request.Request(a["base"] + path, None, headers(a)), timeout=30) as r:
        return json.loads(r.read())


def render(a, w, out):
    r = random.Random(w); p = params()
    with open(out, "w", encoding="utf-8") as f:
        for _ in range(COUNT[w]):
            f.write("\t".join(paged(a, a[w], values(w, p, r, a))) + "\n")
    h = headers(a) | ({"Content-Type": "application/json"} if "body" in a[w] else {}) | a[w].get("headers", {})
    with open(out + ".headers", "w") as f:
        f.writelines(f"{k}: {v}\n" for k, v in h.items())


def render_sql(w, out):
    """pgbench: inline the same parameter lists that the HTTP requests are drawn from."""
    p = params()
    arr = lambda xs: "array[" + ",".join("'" + x.replace("'", "''") + "'" for x in xs) + "]"
    from gen_data import fold
    lists = dict(zip(("provinces", "sectors", "statuses"), map(arr, list(zip(*p["w2"]))[:3])), terms=arr(p["terms"] + [fold(t) for t in p["terms"]]),
                 offsets="array[" + ",".join(str(x[3]) for x in p["w2"]) + "]")
    n = {"np": len(p["w2"]), "nq": 2 * len(p["terms"]), "enterprises": p["enterprises"], "courses": p["courses"]}
    s = open(f"{HERE}/sql/{w}.sql").read()
    for k, v in lists.items():
        s = re.sub(rf":{k}\b", lambda m: v, s)
    for k, v in n.items():
        s = re.sub(rf":{k}\b", str(v), s)
    open(out, "w").write(s)


def call(a, spec, v, timeout=30):
    m, path, body = paged(a, spec, v)
    unique = uuid.uuid4().hex
    body = body.replace("@UNIQ@", unique)
    h = headers(a) | ({"Content-Type": "application/json"} if body else {}) | {k: x.replace("@UNIQ@", unique) for k, x in spec.get("headers", {}).items()}
    rq = urllib.request.Request(a["base"] + path, body.encode() or None, h, method=m)
    try:
        with urllib.request.urlopen(rq, timeout=timeout) as r:
            text = r.read().decode()
            return r.status, json.loads(text) if text.strip() else None
    except urllib.error.HTTPError as e:
        return e.code, e.read().decode(errors="replace")


def psql(db, sql):
    return subprocess.run([HERE + "/pg.sh", "psql", "-d", db, "-At", "-F", "\t"] + [x for s in ([sql] if isinstance(sql, str) else sql) for x in ("-c", s)],
                          check=True, capture_output=True, text=True).stdout.strip()


def reset(a, w):
    r = a.get("reset", {}).get(w)
    if r and "sql" in r:
        psql(r["db"], r["sql"])
    elif r:
        subprocess.run(r["cmd"], shell=True, check=True, stdout=subprocess.DEVNULL)


# ---- processes -------------------------------------------------------------------------------------------------

def stats():
    """pid -> (ppid, own CPU s, CPU s of reaped children, RSS bytes)"""
    out = {}
    for d in os.listdir("/proc"):
        if d.isdigit():
            try:
                f = open(f"/proc/{d}/stat").read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            out[int(d)] = (int(f[1]), (int(f[11]) + int(f[12])) / TICK, (int(f[13]) + int(f[14])) / TICK, int(f[21]) * 4096)
    return out


def tree(root, st=None):
    st = st or stats(); found = [root] if root in st else []
    for p in found:
        found += [c for c, x in st.items() if x[0] == p]
    return found


def cpu(root):
    st = stats()
    return sum(st[p][1] + st[p][2] for p in tree(root, st)) if root else 0.0


def pss(root):
    """Proportional memory of a process tree in MiB (shared pages counted once)."""
    kb = 0
    for p in tree(root):
        try:
            kb += int(re.search(r"^Pss:\s+(\d+)", open(f"/proc/{p}/smaps_rollup").read(), re.M)[1])
        except (OSError, TypeError):
            pass
    return kb / 1024


def rss(root):
    st = stats()
    return sum(st[p][3] for p in tree(root, st)) / 2**20


def busy():
    """Whole machine: (busy CPU s, stolen CPU s)"""
    f = [int(x) / TICK for x in open("/proc/stat").readline().split()[1:]]
    return f[0] + f[1] + f[2] + f[5] + f[6], f[7]


def postmaster():
    return int(open(PEERS + "/pg/data/postmaster.pid").readline())


def start(a):
    """Starts a peer in a session of its own; returns (pid, seconds to the first 200)."""
    s = a.get("start")
    if not s:
        return None, None
    log = open(f"{PEERS}/{a['name']}.log", "ab")
    t = time.monotonic()
    p = subprocess.Popen(s["argv"], cwd=s.get("cwd"), env=os.environ | s.get("env", {}), stdout=log, stderr=log, start_new_session=True)
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(a["base"] + s["ready"], headers=headers(a)), timeout=2) as r:
                if r.status < 300:
                    return p, time.monotonic() - t
        except OSError:
            pass
        if p.poll() is not None or time.monotonic() - t > s.get("timeout", 120):
            stop(p)
            raise SystemExit(f"{a['name']} did not become ready, see {log.name}")
        time.sleep(.01)


def stop(p):
    if p is None or p.poll() is not None:
        return
    os.killpg(p.pid, signal.SIGTERM)
    try:
        p.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(p.pid, signal.SIGKILL); p.wait()
