# syntax=docker/dockerfile:1
# The portal as it runs in earnest. Two targets: `portal` serves, `operator` has the operator's command line.
# The key of server actions is written into the build, so these images are secrets: keep them out of public registries.

FROM node:24-bookworm-slim AS build
WORKDIR /portal
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN --mount=type=secret,id=action_key,required=true \
    NODE_ENV=production NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(cat /run/secrets/action_key)" npx next build

# `docker compose run --rm operator tenant create ...`
FROM node:24-bookworm-slim AS operator
WORKDIR /portal
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY lib ./lib
COPY scripts/portal.ts ./scripts/portal.ts
COPY scripts/portal ./scripts/portal
USER node
ENTRYPOINT ["node", "--conditions=react-server", "scripts/portal.ts"]

FROM node:24-bookworm-slim AS portal
WORKDIR /portal
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build /portal/.next/standalone ./
COPY --from=build /portal/.next/static ./.next/static
COPY scripts/health.mjs ./health.mjs
COPY scripts/serve ./serve
# Everything belongs to root and is only read.
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "health.mjs"]
CMD ["node", "serve/main.ts", "."]
