package org.vigie.groundstation.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.DecisionText;
import org.vigie.groundstation.compliance.decision.FlightCondition;
import org.vigie.groundstation.compliance.decision.Outcome;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.groundstation.compliance.rule.ShippedRulePacks;
import org.vigie.groundstation.text.Language;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * The decision that a journal entry names, in the words of its rules and papers: each rule that
 * applied with its article, and for those that speak against the flight what was compared with
 * what.
 *
 * @threading confined to the story
 */
final class DecisionLines {
  /**
   * An entry is told as soon as it is on disk, the flight shows it once the Desk has folded it: at
   * most this many questions, {@link #PAUSE_MS} apart, 2 s in all, bridge the moment between.
   */
  private static final int QUESTIONS_MAX = 40;

  private static final long PAUSE_MS = 50;
  private static final int NOT_YET = 404;

  private final StationClient auditor;
  private final DecisionText text;

  private DecisionLines(StationClient auditor, DecisionText text) {
    this.auditor = auditor;
    this.text = text;
  }

  /** Reads the papers of a station's folder. */
  static DecisionLines of(Path station, StationClient auditor, Language language)
      throws IOException {
    Map<String, String> papers = new TreeMap<>();
    try (Stream<Path> files = Files.list(station.resolve("compliance").resolve("evidence"))) {
      for (Path file : files.toList()) {
        papers.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    try {
      return new DecisionLines(
          auditor,
          new DecisionText(ShippedRulePacks.load(), EvidenceReader.read(papers), language));
    } catch (DocumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The lines about a flight's decision; none when the station does not answer. */
  List<String> of(String flightId) {
    try {
      StationClient.Answer answer = ask(flightId);
      for (int asked = 1; answer.status() == NOT_YET && asked < QUESTIONS_MAX; asked++) {
        Thread.sleep(PAUSE_MS);
        answer = ask(flightId);
      }
      return answer.accepted() ? lines(answer) : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private StationClient.Answer ask(String flightId) throws IOException, InterruptedException {
    return auditor.get("/api/flights/" + flightId + "/decision");
  }

  private List<String> lines(StationClient.Answer answer) throws JsonProcessingException {
    Decision decision = CanonicalJson.read(answer.body().toString(), Decision.class);
    List<String> lines = new ArrayList<>();
    text.decidingReason(decision).ifPresent(lines::add);
    lines.add(text.results(decision));
    decision.findings().stream()
        .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
        .forEach(finding -> lines.add(text.brief(finding)));
    for (FlightCondition condition : decision.conditions()) {
      lines.add("> " + text.condition(condition));
    }
    return lines;
  }
}
