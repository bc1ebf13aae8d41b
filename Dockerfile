# syntax=docker/dockerfile:1
# Wirewatch without the embedded PostgreSQL: in a container the database is a service of its own (DATABASE_URL).

FROM node:20-bookworm-slim AS build
WORKDIR /app
# The dependencies come first, so that a change of the sources leaves their layer in the cache. The `prepare`
# script needs the sources and no dependency needs a script of its own, hence --ignore-scripts.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=optional --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY workers workers
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:20-bookworm-slim
ARG VERSION=dev
ARG REVISION=unknown
LABEL org.opencontainers.image.title="wirewatch" \
      org.opencontainers.image.description="Watches the news for analysts: polls feeds, scrapes articles, tags countries, actors and money figures, and raises alerts." \
      org.opencontainers.image.source="https://github.com/wirewatch/wirewatch" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production
WORKDIR /app
# Root owns the files and the process runs as another user: it can't change its own code.
COPY package.json LICENSE NOTICE feeds.example.yml ./
COPY migrations migrations
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# The user `node` of the base image, by number: Kubernetes' runAsNonRoot does not believe names.
USER 1000:1000
EXPOSE 8080
# For `up` and `serve`. Processes without a web server are asked in another way: see docker-compose.yml.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WIREWATCH_PORT || 8080}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["up"]
