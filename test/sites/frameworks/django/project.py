"""A Django project in one file, without a database: sessions in files or signed cookies. VARIANT says which."""

import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

VARIANT = os.environ["VARIANT"]

settings.configure(
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="a secret of this test",
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
    AUTHENTICATION_BACKENDS=[f"{__name__}.OneUser"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    SESSION_ENGINE="django.contrib.sessions.backends."
    + ("signed_cookies" if VARIANT == "cookies" else "file"),
    SESSION_FILE_PATH=os.environ["FOLDER"],
    SESSION_COOKIE_SECURE=True,
    SESSION_EXPIRE_AT_BROWSER_CLOSE=VARIANT == "cookies",
    SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()

from django.contrib.auth import authenticate, login, logout, user_logged_in  # noqa: E402
from django.contrib.auth.models import User, update_last_login  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.template import RequestContext, Template  # noqa: E402
from django.urls import path  # noqa: E402

# It would write to the database that is not there.
user_logged_in.disconnect(update_last_login, dispatch_uid="update_last_login")

ADA = User(pk=1, username="ada", password="!not in use")


class OneUser:
    def authenticate(self, request, username=None, password=None):
        return ADA if (username, password) == ("ada", "crumbtrail") else None

    def get_user(self, user_id):
        return ADA if user_id == 1 else None


def show(request, title, main, **context):
    page = Template(
        f"""<!doctype html><html lang="en"><head><title>{title}</title><link rel="icon" href="data:,"></head><body>
<nav><a href="/">Home</a> <a href="/account">Account</a> <a href="/login">Sign in</a></nav>
<main><h1>{title}</h1>{main}</main></body></html>"""
    )
    return HttpResponse(page.render(RequestContext(request, context)))


def user_of(request):
    if VARIANT == "own":
        return request.session.get("user")
    return request.user.get_username() or None


def home(request):
    request.session.setdefault("since", "today")
    return show(request, "Home", "<p>Hello, {{ user }}.</p>", user=user_of(request) or "stranger")


def sign_in(request):
    error = ""
    if request.method == "POST":
        user = authenticate(request, **{key: request.POST[key] for key in ("username", "password")})
        if user is not None:
            if VARIANT == "own":
                request.session["user"] = user.username
            else:
                login(request, user)
            return HttpResponseRedirect("/account")
        error = '<p role="alert">Wrong password.</p>'
    return show(
        request,
        "Sign in",
        error
        + """<form method="post" action="/login">{% csrf_token %}
<label>User name <input name="username"></label> <label>Password <input name="password" type="password"></label>
<button>Sign in</button></form>""",
    )


def account(request):
    if user_of(request) is None:
        return HttpResponseRedirect("/login")
    return show(
        request,
        "Account",
        """<p>Signed in as {{ user }}.</p>
<form method="post" action="/logout">{% csrf_token %}<button>Sign out</button></form>""",
        user=user_of(request),
    )


def sign_out(request):
    if VARIANT == "own":
        del request.session["user"]
    else:
        logout(request)
    return HttpResponseRedirect("/")


urlpatterns = [path("", home), path("login", sign_in), path("account", account), path("logout", sign_out)]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
