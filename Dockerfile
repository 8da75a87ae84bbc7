# Policy Guide in a container: built with what it runs with, and served by a user who may write nowhere but in /data.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package that the bot runs with needs a script to be installed.
RUN npm ci --omit=dev --ignore-scripts
COPY tsconfig.json ./
COPY src src
COPY adapters adapters
RUN npm run build

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 POLICY_GUIDE_HOME=/data
RUN install -d -o node -g node -m 700 /data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE README.md ./
COPY knowledge knowledge
COPY manifest manifest
COPY adapters/web adapters/web
USER node
VOLUME /data
EXPOSE 3978
# Red where a new start mends it: a platform that is down is not mended by one, and stands at /readyz. Docker itself starts
# nothing anew for being red: a server that is stuck ends itself, and the restart policy does the rest.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# So that other commands run as well: docker compose run --rm guide-1 doctor
ENTRYPOINT ["node", "dist/main.js"]
CMD ["start"]
