# Checked by tests/services/test_compose.py, not built in CI, where there is no Docker engine.
FROM python:3.11-slim AS build
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /hub
COPY requirements/base.txt requirements/base.txt
RUN python -m venv /opt/venv \
    && pip install --no-cache-dir --require-hashes -r requirements/base.txt
COPY . .
# The key serves this one command and stays in no layer's environment.
RUN for po in locale/*/LC_MESSAGES/*.po; do \
        pybabel --quiet compile --input-file "$po" --output-file "${po%.po}.mo" \
            --locale "$(basename "$(dirname "$(dirname "$po")")")"; \
    done \
    && SECRET_KEY=collectstatic-alone python manage.py collectstatic --noinput \
    && mkdir -p var/media var/cache

FROM python:3.11-slim
ENV PATH="/opt/venv/bin:$PATH" PYTHONUNBUFFERED=1
RUN useradd --system --uid 10001 --home-dir /hub hub
WORKDIR /hub
COPY --from=build /opt/venv /opt/venv
COPY --from=build --chown=hub /hub /hub
USER hub
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "--bind=0.0.0.0:8000", "hub.wsgi:application"]
