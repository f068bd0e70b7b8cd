# syntax=docker/dockerfile:1
# docker compose builds two images from this file: api (the server with the built client) and migrate (the one-shot step).

FROM node:22-bookworm-slim AS client
WORKDIR /source/client
COPY client/package.json client/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY client/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS server
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ src/
COPY tools/ tools/
COPY packs/ packs/
# The analyzers have spoken in ./test.
ENV NSCL_FAST_BUILD=1
# Compiled ahead: the first minutes after a start are the ones in which registration opens.
RUN dotnet publish src/Nscl.Api -c Release -o /publish/api --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:UseAppHost=false \
 && dotnet publish tools/Nscl.LocalDatabase -c Release -o /publish/database -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS api
WORKDIR /app
COPY --from=server /publish/api ./
COPY --from=client /source/client/dist ./client/
# The account of the image owns its data and nothing of the program.
RUN mkdir /data && chown $APP_UID /data
ENV ASPNETCORE_URLS=http://+:8080 \
    Nscl__ClientPath=/app/client \
    Nscl__StoragePath=/data/files
VOLUME /data
EXPOSE 8080
USER $APP_UID
# The image has no curl; bash can ask by itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "Nscl.Api.dll"]

FROM api AS migrate
COPY --from=server /publish/database /app/database/
HEALTHCHECK NONE
ENTRYPOINT ["sh", "-c", "dotnet /app/database/Nscl.LocalDatabase.dll provision && exec dotnet Nscl.Api.dll migrate"]
