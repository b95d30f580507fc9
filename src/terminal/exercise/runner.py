# Runs an answer and its tests within bounds, in the folder it is started in, and tells each step as one line
# of JSON in the file `told`. Started as: python3 -B runner.py SECONDS MEMORY_BYTES FILE_BYTES
import ast
import builtins
import json
import os
import signal
import sys
import types

FOLDER = os.path.realpath(os.getcwd())
SECONDS, MEMORY, FILE = (int(word) for word in sys.argv[1:4])
MOST_FAILURES, MOST_FILES, LONGEST = 20, 64, 400
told = open("told", "w", encoding="utf-8")


def tell(**step):
    told.write(json.dumps(step) + "\n")
    told.flush()


def bound(name, most):
    try:
        import resource

        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    except (ImportError, AttributeError, ValueError, OSError):
        pass  # This system has no such bound.


class Denied(BaseException):
    pass


STARTS = {
    "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.startfile/2",
    "os.system", "pty.spawn", "subprocess.Popen",
}
CALLS = {b"clone", b"execv", b"execve", b"fork", b"popen", b"posix_spawn", b"system", b"vfork"}
REACHES = {"os.kill", "os.killpg", "socket.bind", "socket.connect", "socket.getaddrinfo"}
CHANGES = {
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
    "os.truncate", "shutil.rmtree",
}
opened = 0
is_denying = False


def is_inside(path):
    if isinstance(path, int):
        return True
    path = os.path.realpath(os.fsdecode(path))
    return path == FOLDER or path.startswith(FOLDER + os.sep)


def watch(event, arguments):
    global opened, is_denying
    if is_denying:
        return
    why = None
    if event in STARTS or event == "ctypes.dlsym" and os.fsencode(str(arguments[1])) in CALLS:
        why = "starts"
    elif event in REACHES:
        why = "reaches"
    elif event in CHANGES:
        why = None if all(is_inside(path) for path in arguments if isinstance(path, (str, bytes))) else "changes"
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        opened += 1
        path = arguments[0]
        is_null = path == os.devnull
        why = None if (is_null or is_inside(path)) and opened <= MOST_FILES else "changes"
    if why:
        is_denying = True
        tell(denied=why)
        is_denying = False
        raise Denied(event)


def cut(value):
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def place(error):
    """The last line of the answer that an error went through."""
    trace, line = error.__traceback__, None
    while trace:
        if trace.tb_frame.f_code.co_filename == "answer.py":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def what(error):
    name, text = type(error).__name__, str(error)
    return cut(f"{name}: {text}" if text else name)


def values(step, space):
    """What an assertion compares, or calls with: each part as it is written, and its value."""
    if not isinstance(step, ast.Assert):
        return []
    test = step.test
    while isinstance(test, ast.UnaryOp):
        test = test.operand
    if isinstance(test, ast.Compare):
        parts = [test.left, *test.comparators]
    elif isinstance(test, ast.Call):
        parts = [part for part in test.args if not isinstance(part, ast.Starred)]
    else:
        parts = []
    found = []
    for part in parts[:3]:
        if isinstance(part, ast.Constant):
            continue
        try:
            value = eval(compile(ast.Expression(part), "tests.py", "eval"), space)
            found.append([cut(ast.unparse(part)), cut(value)])
        except (Exception, Denied):
            pass
    return found


def failure(error, line, source, found):
    missing = getattr(error, "name", None) if isinstance(error, ModuleNotFoundError) else None
    return {
        "line": line, "source": cut(source.strip()), "what": what(error), "own_line": place(error),
        "values": found, "missing": missing, "memory": isinstance(error, MemoryError),
    }


def run():
    answer = open("answer.py", encoding="utf-8").read()
    tests = open("tests.py", encoding="utf-8").read()
    # So that a class or a function of the answer is found where libraries look for it.
    module = types.ModuleType("answer")
    sys.modules["answer"] = module
    space = module.__dict__
    space["__builtins__"] = builtins
    lines = tests.splitlines()
    bound("RLIMIT_CORE", 0)
    bound("RLIMIT_CPU", SECONDS)
    bound("RLIMIT_AS", MEMORY)
    bound("RLIMIT_FSIZE", FILE)
    bound("RLIMIT_NPROC", 0)
    if hasattr(signal, "alarm"):
        signal.alarm(SECONDS + 2)
    sys.addaudithook(watch)
    tell(at="answer", line=0)
    try:
        exec(compile(answer, "answer.py", "exec"), space)
    except Denied:
        return
    except BaseException as error:
        line = error.lineno if isinstance(error, SyntaxError) else None
        tell(error=failure(error, line or place(error) or 0, "", []), within="answer")
        return
    failed = 0
    for step in ast.parse(tests, "tests.py").body:
        defines = isinstance(step, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        is_check = not defines and any(isinstance(part, ast.Assert) for part in ast.walk(step))
        source = lines[step.lineno - 1] if step.lineno <= len(lines) else ""
        tell(at="tests", line=step.lineno, source=cut(source.strip()))
        try:
            exec(compile(ast.Module([step], []), "tests.py", "exec"), space)
        except Denied:
            return
        except BaseException as error:
            is_assertion = isinstance(error, AssertionError)
            if not (is_check and isinstance(error, Exception) or is_assertion):
                tell(error=failure(error, step.lineno, source, []), within="tests")
                return
            failed += 1
            if failed <= MOST_FAILURES:
                tell(failed=failure(error, step.lineno, source, values(step, space)))
            continue
        if is_check:
            tell(ok=step.lineno)
    tell(end=True)


run()
sys.stdout.flush()
sys.stderr.flush()
told.flush()
os._exit(0)
