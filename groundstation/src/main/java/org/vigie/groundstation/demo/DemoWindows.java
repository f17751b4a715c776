package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.app.BadInputException;

/**
 * What a demonstration opens for people: the pilot's console as a process of its own, and the
 * addresses of the page with a one-time login for each role.
 *
 * @threading confined to the demo's thread
 */
final class DemoWindows implements AutoCloseable {
  /** In the order in which the story needs them. */
  private static final Map<String, String> PAGES =
      Map.of(
          "demo-operator-1", "operator",
          "demo-municipal-1", "municipal",
          "demo-auditor-1", "auditor");

  private static final List<String> ORDER =
      List.of("demo-operator-1", "demo-municipal-1", "demo-auditor-1");

  private static final String PILOT = "demo-pilot-1";
  private static final long STOP_S_MAX = 5;

  private final StationFolder folder;
  private final int port;
  private final DemoSetting setting;
  private final Story story;
  private @Nullable Process console;
  private boolean missed;

  DemoWindows(StationFolder folder, int port, DemoSetting setting, Story story) {
    this.folder = folder;
    this.port = port;
    this.setting = setting;
    this.story = story;
  }

  /** Opens the console and prints where the pages are. */
  void open() throws IOException, InterruptedException, BadInputException {
    Path token = folder.path().resolve("console.token");
    Files.createFile(
        token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(token, folder.token(PILOT));
    console =
        new ProcessBuilder(command(token))
            .redirectErrorStream(true)
            .redirectOutput(folder.path().resolve("console.log").toFile())
            .start();
    story.say("demo.windows.console", PILOT);
    for (String person : ORDER) {
      StationClient.Answer login =
          new StationClient(port, folder.token(person)).post("/api/logins", Map.of());
      if (!login.accepted()) {
        throw new IOException("no login for " + person + ": " + login.reason());
      }
      story.whisper(
          "demo.windows.page." + PAGES.get(person),
          "http://127.0.0.1:" + port + "/#login=" + login.body().path("login").asText());
    }
  }

  private List<String> command(Path token) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.vigie.groundstation.app.Main", "console"));
    command.addAll(List.of("--station", "http://127.0.0.1:" + port));
    command.addAll(List.of("--token-file", token.toString()));
    command.addAll(List.of("--lang", setting.language().code()));
    if (setting.figures()) {
      command.addAll(List.of("--figures", folder.path().resolve("console.json").toString()));
    }
    return command;
  }

  /** Says once that the console is gone, and how it is opened again. */
  void look() {
    Process open = console;
    if (open != null && !open.isAlive() && !missed) {
      missed = true;
      story.say(
          "demo.windows.gone",
          "http://127.0.0.1:" + port,
          folder.path().resolve("console.token").toString());
    }
  }

  @Override
  public void close() {
    Process open = console;
    if (open == null) {
      return;
    }
    open.destroy();
    try {
      if (!open.waitFor(STOP_S_MAX, TimeUnit.SECONDS)) {
        open.destroyForcibly();
      }
    } catch (InterruptedException e) {
      open.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
