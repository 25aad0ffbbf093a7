#!/usr/bin/python3
"""A dossier's papers as PDF: one LibreOffice process a paper, one for all of them, and one that stays and listens (needs python3-uno; left out without it).
bench-pdf.py RUNS FILE.docx…: one JSON line each, a run being all the files; wall and processor time, both in ms a file."""
import json, os, shutil, statistics, subprocess, sys, tempfile, time

runs, files = int(sys.argv[1]), [os.path.abspath(f) for f in sys.argv[2:]]
USUAL = ['--headless', '--norestore', '--nodefault', '--nologo', '--nofirststartwizard']


def profile(folder):
    return '-env:UserInstallation=file://' + os.path.join(folder, 'profile')


def convert(paths):
    """As the program itself does it: a profile of its own, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['soffice', *USUAL, profile(folder), '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, *paths], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert all(os.path.getsize(os.path.join(folder, os.path.basename(p)[:-5] + '.pdf')) for p in paths)


def children():
    t = os.times()
    return t.children_user + t.children_system


def report(way, work, used):
    work()
    walls, start = [], used()
    for _ in range(runs):
        at = time.perf_counter()
        work()
        walls.append((time.perf_counter() - at) * 1000 / len(files))
    print(json.dumps({'kind': 'pdf', 'engine': way, 'files': len(files), 'n': runs, 'median_ms': round(statistics.median(walls)), 'cpu_ms': round((used() - start) * 1000 / runs / len(files))}), flush=True)


def listening():
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
    folder = tempfile.mkdtemp()
    pipe = 'learningcity' + str(os.getpid())
    process = subprocess.Popen(['soffice', *USUAL, profile(folder), f'--accept=pipe,name={pipe};urp'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
        until = time.monotonic() + 60
        while True:
            try:
                context = resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
                break
            except NoConnectException:
                if time.monotonic() > until: raise
                time.sleep(0.05)
        desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        set_to = lambda name, value: PropertyValue(Name=name, Value=value)
        tick = os.sysconf('SC_CLK_TCK')
        server = [int(p) for p in subprocess.run(['ps', '-o', 'pid=', '--sid', str(process.pid)], capture_output=True, text=True).stdout.split()]

        def used():
            return sum(sum(map(int, open(f'/proc/{p}/stat').read().rsplit(')', 1)[1].split()[11:13])) for p in server) / tick

        def work():
            for path in files:
                paper = desktop.loadComponentFromURL('file://' + path, '_blank', 0, (set_to('Hidden', True),))
                paper.storeToURL(f'file://{folder}/{os.path.basename(path)}.pdf', (set_to('FilterName', 'writer_pdf_Export'),))
                paper.close(True)
        report('one that listens', work, used)
        try: desktop.terminate()
        except Exception: pass
        process.wait(20)
    finally:
        if process.poll() is None: os.killpg(process.pid, 15)
        shutil.rmtree(folder, ignore_errors=True)


report('a process a paper', lambda: [convert([f]) for f in files], children)
report('a process a dossier', lambda: convert(files), children)
try:
    listening()
except ImportError:
    print('python3-uno is not installed: the listening LibreOffice was not measured', file=sys.stderr)
