"""Settings of the example site, to try things on your own computer. Not for a real website."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

# --- duidelijk: this is what you copy

DUIDELIJK_URL = os.environ.get("DUIDELIJK_URL", "http://127.0.0.1:8081")
DUIDELIJK_TOKEN = os.environ.get("DUIDELIJK_TOKEN", "")
DUIDELIJK_TIMEOUT = float(os.environ.get("DUIDELIJK_TIMEOUT", "3"))  # seconds
DUIDELIJK_MODE = os.environ.get("DUIDELIJK_MODE", "tegenhouden")  # or "adviseren"
DUIDELIJK_MODE_PER_TYPE = {"home.StartPage": "adviseren"}
DUIDELIJK_DEPARTMENT = "department"  # the field of the page with the name of the department
WAGTAIL_FINISH_WORKFLOW_ACTION = "duidelijk_wagtail.workflow.publish_if_clear"

# --- the rest is an ordinary Wagtail site

SECRET_KEY = os.environ.get("SECRET_KEY", "alleen-voor-dit-voorbeeld")
DEBUG = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "gemeente.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "duidelijk_wagtail",
    "home",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "media"

WAGTAIL_SITE_NAME = "Gemeente Voorbeeld"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILDOCS_EXTENSIONS = ["docx", "odt", "pdf"]
