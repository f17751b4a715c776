package org.vigie.groundstation.compliance.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.geofence.document.DocumentException;

/** The rule packs that come with the station, resources under {@code compliance/packs}. */
public final class ShippedRulePacks {
  /** From the root: a jar, unlike a folder, does not know "..". */
  private static final String FOLDER = "/org/vigie/groundstation/compliance/packs/";

  private static final List<String> FILES =
      List.of("eu-2019-947.yaml", "fr-aviation.yaml", "fr-csi-cameras.yaml");

  private ShippedRulePacks() {}

  /** Text by file name, byte for byte. */
  public static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (String file : FILES) {
      try (InputStream in = ShippedRulePacks.class.getResourceAsStream(FOLDER + file)) {
        texts.put(
            file,
            new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The packs. */
  public static List<RulePack> load() {
    try {
      return RulePackReader.readAll(texts());
    } catch (DocumentException e) {
      throw new IllegalStateException("a shipped rule pack is broken", e);
    }
  }
}
