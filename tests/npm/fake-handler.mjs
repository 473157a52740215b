// A custom handler that does what a test asks of it, for the tests of what stands in for the Functions host.
//   node fake-handler.mjs            FAKE_DELAY: milliseconds before it listens; FAKE_EXIT: code with which it ends instead
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";

const environment = process.env;
appendFileSync("starts", `${JSON.stringify(environment)}\n`);
process.on("SIGTERM", () => appendFileSync("sigterm", "x"));
if (environment.FAKE_EXIT) process.exit(Number(environment.FAKE_EXIT));

const answers = {
  "/api/exit/:code": (_, __, path) => process.exit(Number(path.split("/").pop())),
  "/api/hang/:id": () => {},
  "/api/moved": (_, response) => response.writeHead(302, { Location: "/api/echo", "Set-Cookie": ["a=1", "b=2"], "X-Own": "kept" }).end("moved"),
  "/api/bytes": (_, response) => response.writeHead(418, { "Content-Type": "application/x-own" }).end(Buffer.from([0, 255, 128])),
  "/api/nothing": (_, response) => response.writeHead(204).end(),
  "/Good": (request, response) => tick(request, response, 200, { "Content-Type": "application/json" }, '{"Outputs":{},"Logs":["done"],"ReturnValue":null}'),
  "/Empty": (request, response) => tick(request, response, 200, {}, ""),
  "/NoContent": (request, response) => tick(request, response, 204, {}, ""),
  "/PlainText": (request, response) => tick(request, response, 200, { "Content-Type": "text/plain" }, "{}"),
  "/Broken": (request, response) => tick(request, response, 200, { "Content-Type": "application/json" }, "{"),
  "/List": (request, response) => tick(request, response, 200, { "Content-Type": "application/json" }, "[]"),
  "/Fails": (request, response) => tick(request, response, 500, { "Content-Type": "application/json" }, "{}"),
};

function tick(request, response, status, headers, body) {
  readBody(request, (envelope) => {
    appendFileSync("ticks", `${JSON.stringify({ method: request.method, url: request.url, headers: request.headers, envelope: JSON.parse(envelope) })}\n`);
    response.writeHead(status, headers).end(body);
  });
}

function echo(request, response) {
  readBody(request, (body) => {
    appendFileSync("echoes", `${request.url}\n`);
    const seen = { method: request.method, url: request.url, headers: request.headers, body: body.toString("base64"), length: body.length };
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(seen));
  });
}

function readBody(request, then) {
  const parts = [];
  request.on("data", (part) => parts.push(part)).on("end", () => then(Buffer.concat(parts)));
}

function answerTo(path) {
  const same = (pattern) => pattern.split("/").length === path.split("/").length && pattern.split("/").every((part, i) => part.startsWith(":") || part === path.split("/")[i]);
  return answers[Object.keys(answers).find(same)] ?? echo;
}

const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  if (path === "/") return response.writeHead(404).end();
  return answerTo(path)(request, response, path);
});
setTimeout(() => server.listen(Number(environment.FUNCTIONS_CUSTOMHANDLER_PORT), "127.0.0.1"), Number(environment.FAKE_DELAY ?? 0));
