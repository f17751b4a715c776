package org.vigie.groundstation.compliance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.compliance.rule.RulePackFile.RuleForm;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** Reads rule packs. No file is opened here: callers pass the texts. */
public final class RulePackReader {
  /** Resource beside this class that describes the files. */
  public static final String SCHEMA = "rule-pack.schema.json";

  private RulePackReader() {}

  /**
   * Reads packs that are used together.
   *
   * @param texts text by file name
   * @return in the order of the file names
   * @throws DocumentException with everything that is wrong in any of the files
   */
  public static List<RulePack> readAll(Map<String, String> texts) throws DocumentException {
    List<RulePack> packs = new ArrayList<>();
    Map<String, String> fileOf = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      try {
        Document source = open(text.getKey(), text.getValue());
        RulePack pack = pack(text.getKey(), text.getValue(), source);
        packs.add(pack);
        String earlierPack = fileOf.putIfAbsent("pack " + pack.id(), pack.file());
        if (earlierPack != null) {
          problems.add(
              source.problem("/pack", "the pack \"" + pack.id() + "\" is already " + earlierPack));
        }
        for (int i = 0; i < pack.rules().size(); i++) {
          String id = pack.rules().get(i).id();
          String earlier = fileOf.putIfAbsent(id, pack.file());
          if (earlier != null) {
            problems.add(
                source.problem(
                    "/rules/" + i + "/id", "the rule \"" + id + "\" is already in " + earlier));
          }
        }
      } catch (DocumentException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return packs;
  }

  /**
   * Reads one pack.
   *
   * @throws DocumentException with everything that is wrong in it
   */
  public static RulePack read(String file, String text) throws DocumentException {
    return readAll(Map.of(file, text)).get(0);
  }

  /** The JSON Schema of rule packs. */
  public static String schema() {
    try (InputStream in = RulePackReader.class.getResourceAsStream(SCHEMA)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document open(String file, String text) throws DocumentException {
    return Document.read(file, text).check(schema());
  }

  private static RulePack pack(String file, String text, Document source) throws DocumentException {
    RulePackFile form = source.as(RulePackFile.class, CanonicalJson.mapper());
    List<Problem> problems = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < form.rules().size(); i++) {
      rule(form, i, source, problems).ifPresent(rules::add);
    }
    if (form.validUntil().isBefore(form.validFrom())) {
      problems.add(source.problem("/validUntil", "is before validFrom"));
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return new RulePack(
        form.pack(),
        form.version(),
        form.jurisdiction(),
        form.title(),
        form.validFrom(),
        form.validUntil(),
        form.sourceDate(),
        rules,
        file,
        ContentHash.of(text));
  }

  private static Optional<Rule> rule(
      RulePackFile pack, int index, Document source, List<Problem> problems) {
    RuleForm form = pack.rules().get(index);
    String at = "/rules/" + index;
    ConditionReader conditions = new ConditionReader(source, problems);
    Optional<Condition> condition = conditions.read(form.condition(), at + "/condition");
    JsonNode circumstances = form.appliesTo() == null ? null : form.appliesTo().when();
    Optional<Condition> when =
        circumstances == null
            ? Optional.empty()
            : conditions.read(circumstances, at + "/appliesTo/when");
    if (condition.isEmpty() || (circumstances != null && when.isEmpty())) {
      return Optional.empty();
    }
    Rule rule = form.rule(condition.get(), when.orElse(null));
    checkEvidence(rule, at, source, problems);
    checkDates(rule, at, source, problems);
    for (int i = 0; i < rule.replaces().size(); i++) {
      String replaced = rule.replaces().get(i);
      if (pack.rules().stream().noneMatch(other -> other.id().equals(replaced))) {
        problems.add(
            source.problem(at + "/replaces/" + i, "this pack has no rule \"" + replaced + "\""));
      }
    }
    return Optional.of(rule);
  }

  private static void checkDates(Rule rule, String at, Document source, List<Problem> problems) {
    if (!rule.end().isAfter(rule.start())) {
      problems.add(source.problem(at + "/validUntil", "is before validFrom"));
    }
  }

  /** What a rule says it needs and what its condition asks for must be the same papers. */
  private static void checkEvidence(Rule rule, String at, Document source, List<Problem> problems) {
    Set<String> asked = new TreeSet<>();
    for (Condition.Question question : rule.condition().questions()) {
      asked.addAll(question.arguments().texts().getOrDefault("kind", List.of()));
    }
    Set<String> declared = new TreeSet<>();
    rule.evidence().forEach(kind -> declared.add(kind.text()));
    // surveys and zone papers are looked up by questions of their own
    declared.removeAll(Set.of("obstacle-survey", "zone-authorisation"));
    if (!asked.equals(declared)) {
      problems.add(
          source.problem(
              at + "/evidence", "declares " + declared + ", but the condition asks for " + asked));
    }
  }
}
