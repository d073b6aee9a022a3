FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-slim
# Nobody outside reaches these pages unless the port is published.
ENV NODE_ENV=production OPERATIONS_HOST=0.0.0.0 OPERATIONS_PORT=9464
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY adapters adapters
COPY commands commands
COPY relationships relationships
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
HEALTHCHECK --interval=60s --timeout=10s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPERATIONS_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts", "start"]
