FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production
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
  CMD ["node", "src/main.ts", "run", "status"]
CMD ["node", "src/main.ts", "start"]
