package org.vigie.groundstation.compliance.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.compliance.request.OperatorNumber;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** Reads the files of an evidence folder. No file is opened here: callers pass the texts. */
public final class EvidenceReader {
  /** Resource beside this class that describes the files. */
  public static final String SCHEMA = "evidence.schema.json";

  private EvidenceReader() {}

  /**
   * Reads all files of a folder.
   *
   * @param texts text by file name
   * @throws DocumentException with everything that is wrong in any of the files
   */
  public static EvidenceSet read(Map<String, String> texts) throws DocumentException {
    List<EvidenceDocument> documents = new ArrayList<>();
    Map<String, ContentHash> files = new TreeMap<>();
    Map<String, String> fileOf = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      String file = text.getKey();
      files.put(file, ContentHash.of(text.getValue()));
      try {
        Document source = Document.read(file, text.getValue()).check(schema());
        List<EvidenceDocument> found = documents(file, source);
        for (int i = 0; i < found.size(); i++) {
          String earlier = fileOf.putIfAbsent(found.get(i).id(), file);
          if (earlier != null) {
            problems.add(
                source.problem(
                    "/documents/" + i + "/id",
                    "the id \"" + found.get(i).id() + "\" is already used in " + earlier));
          }
        }
        documents.addAll(found);
      } catch (DocumentException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return new EvidenceSet(documents, files);
  }

  /** The JSON Schema of evidence files. */
  public static String schema() {
    try (InputStream in = EvidenceReader.class.getResourceAsStream(SCHEMA)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<EvidenceDocument> documents(String file, Document source)
      throws DocumentException {
    EvidenceFile bound = source.as(EvidenceFile.class, CanonicalJson.mapper());
    List<EvidenceDocument> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < bound.documents().size(); i++) {
      String at = "/documents/" + i;
      try {
        EvidenceDocument document = bound.documents().get(i).document(file);
        checkArea(source, at, document, problems);
        checkNumber(source, at, document, problems);
        documents.add(document);
      } catch (IllegalArgumentException e) {
        problems.add(source.problem(at, String.valueOf(e.getMessage())));
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return documents;
  }

  private static void checkArea(
      Document source, String at, EvidenceDocument document, List<Problem> problems) {
    if (document.scope().area() != null && !Areas.simple(document.scope().area())) {
      problems.add(source.problem(at + "/covers/area", "the outline crosses itself"));
    }
  }

  private static void checkNumber(
      Document source, String at, EvidenceDocument document, List<Problem> problems) {
    String number = document.number();
    if (document.kind() == EvidenceKind.ZONE_AUTHORISATION
        && (number == null || !number.matches("[A-Z]{3}/.+"))) {
      problems.add(
          source.problem(
              at + "/number", "must name the zone by country and identifier, like FRA/FRVG002"));
    }
    if (document.kind() != EvidenceKind.OPERATOR_REGISTRATION) {
      return;
    }
    if (number == null) {
      problems.add(source.problem(at, "a registration needs its number"));
      return;
    }
    boolean sound =
        OperatorNumber.parse(number)
            .filter(parsed -> parsed.publicPart().equals(number))
            .isPresent();
    if (!sound) {
      problems.add(
          source.problem(
              at + "/number", "not the sixteen public characters of a UAS operator number"));
    }
  }
}
