package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Trust;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.text.Texts;
import org.vigie.simulator.play.TrueTrack;
import org.vigie.simulator.scenario.Scenario;

/** The end of the story: times, expectations, the record and its verdict. */
final class Summary {
  private final Story story;
  private final Texts texts;
  private final StoryFacts facts;
  private final boolean pictures;

  Summary(Story story, Texts texts, StoryFacts facts, boolean pictures) {
    this.story = story;
    this.texts = texts;
    this.facts = facts;
    this.pictures = pictures;
  }

  /**
   * Prints it; the last line is {@code record: PATH}.
   *
   * @param closed where the record of the closed flight is to be; null when no flight was closed
   */
  List<Expectations.Result> print(
      Scenario scenario, @Nullable Path closed, Path key, TrueTrack track) throws IOException {
    Path record = closed != null && Files.isDirectory(closed) ? closed : null;
    VerificationReport report = record == null ? null : verify(record, key);
    story.print("");
    story.say("summary.title");
    line("summary.alert-to-decision", "flight.decided");
    line("summary.alert-to-clearance", "flight.cleared");
    line("summary.alert-to-airborne", "TAKING_OFF");
    line("summary.alert-to-on-scene", "ON_SCENE");
    line("summary.alert-to-landed", "LANDED");
    if (record != null) {
      try (Stream<String> lines = Files.lines(record.resolve("entries.jsonl"))) {
        row(texts.get("summary.entries"), Long.toString(lines.count()));
      }
    }
    TrueContainment contained =
        record == null ? TrueContainment.UNKNOWN : TrueContainment.of(record, track);
    boolean verified = report != null && report.passed();
    row(texts.get("summary.verdict"), report == null ? "-" : report.verdict().name());
    List<Expectations.Result> results =
        Expectations.judge(scenario.expect(), facts, verified, pictures, contained);
    for (Expectations.Result result : results) {
      if (!result.kept()) {
        story.say("summary.expectation.broken", result.expected() + " (" + result.fact() + ")");
      }
    }
    boolean kept = results.stream().allMatch(Expectations.Result::kept);
    if (!kept) {
      story.say("summary.failed");
    }
    if (record == null) {
      story.say("summary.no-record");
    } else {
      story.print("record: " + record);
    }
    return results;
  }

  static VerificationReport verify(Path record, Path key) throws IOException {
    Trust trust = new Trust(Trust.stationKeys(Files.readString(key)), List.of());
    return RecordVerifier.verify(new FolderSource(record), trust);
  }

  private void line(String key, String typeOrState) {
    facts
        .fromAlert(typeOrState)
        .ifPresent(
            took -> row(texts.get(key), texts.get("summary.seconds", took.toMillis() / 1000.0)));
  }

  private void row(String name, String value) {
    story.print(String.format(texts.locale(), "  %-36s %12s", name, value));
  }
}
