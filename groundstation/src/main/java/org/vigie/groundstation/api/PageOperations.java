package org.vigie.groundstation.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** The operator's page and the words of its screens. */
final class PageOperations {
  private static final String FOLDER = "/ui/";

  private final PageFiles files;
  private final DecisionWordsSource decisionWords;
  private final String policy;

  PageOperations(PageFiles files, DecisionWordsSource decisionWords, MapSource map) {
    this.files = files;
    this.decisionWords = decisionWords;
    this.policy = policy(map.tilesOrigin().stream());
  }

  List<Operation> all() {
    return List.of(
        Operation.open("/", call -> send(call, "index.html")),
        Operation.open("/ui/{name}", this::file).withSubFolders(),
        Operation.open(
            "/api/texts/{lang}", call -> call.send(200, Texts.in(language(call)).patterns())),
        Operation.get(
            "/api/decision-words/{lang}",
            Permission.READ_FLIGHTS,
            call -> call.send(200, decisionWords.words(language(call)))));
  }

  private static String policy(Stream<String> tiles) {
    String pictures =
        Stream.concat(Stream.of("'self'", "blob:", "data:"), tiles)
            .collect(Collectors.joining(" "));
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self'",
        "img-src " + pictures,
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  private void file(Call call) {
    String path = call.context().request().path();
    send(call, path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "");
  }

  private void send(Call call, String name) {
    PageFiles.PageFile file = files.find(name).orElseThrow(Problem.of(404, "not-found")::refusal);
    HttpServerResponse response =
        call.response()
            .putHeader("Content-Security-Policy", policy)
            .putHeader("Cross-Origin-Opener-Policy", "same-origin")
            .putHeader("Cache-Control", "no-cache")
            .putHeader("ETag", file.tag());
    if (file.tag().equals(Call.header(call.context(), "If-None-Match"))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", file.contentType()).end(Buffer.buffer(file.bytes()));
    }
  }

  private static Language language(Call call) {
    String code = call.id("lang");
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw Problem.of(404, "not-found").refusal();
  }
}
