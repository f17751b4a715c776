package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.terrain.TerrainFile;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.chart.BaseMap;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.compliance.rule.RulePackReader;
import org.vigie.groundstation.compliance.rule.ShippedRulePacks;
import org.vigie.groundstation.flightlog.basis.BasisFiles;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.planner.canonical.ContentHash;

/**
 * The files that plans, proofs and decisions rest on, as they were when they were read. Immutable.
 *
 * @param base what maps draw below everything, null when there is none
 * @param files every file's bytes by kind and name, for the records
 */
record StationInputs(
    ZoneSet zones,
    Terrain terrain,
    List<RulePack> packs,
    EvidenceSet evidence,
    @Nullable BaseMap base,
    List<InputFile> files) {
  private static final Logger LOG = LoggerFactory.getLogger(StationInputs.class);

  /** Larger than any rule, paper or city's zone file; terrain grids are the largest. */
  private static final long FILE_BYTES_MAX = 64_000_000;

  /** One file, as it was when it was read. */
  static final class InputFile {
    private final String kind;
    private final String name;
    private final byte[] bytes;

    InputFile(String kind, String name, byte[] bytes) {
      this.kind = kind;
      this.name = name;
      this.bytes = bytes.clone();
    }

    String kind() {
      return kind;
    }

    String name() {
      return name;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    ContentHash hash() {
      return ContentHash.of(bytes);
    }
  }

  StationInputs {
    packs = List.copyOf(packs);
    files = List.copyOf(files);
  }

  /** Every file, as records list it. */
  List<RecordInput> recorded() {
    return files.stream()
        .map(file -> new RecordInput(file.name(), file.kind(), file.hash()))
        .toList();
  }

  /** Hashes of the files that a proof rests on. */
  List<ContentHash> proofInputs() {
    return files.stream()
        .filter(
            file -> file.kind().equals(BasisFiles.ZONES) || file.kind().equals(BasisFiles.TERRAIN))
        .map(InputFile::hash)
        .toList();
  }

  /**
   * Reads everything that a configuration names.
   *
   * @param folder that relative paths start from
   * @throws DocumentException if any of it cannot be used, with file, line and field
   */
  static StationInputs read(Path folder, StationConfig config)
      throws DocumentException, IOException {
    List<InputFile> files = new ArrayList<>();
    ZoneSet zones = zones(folder, config, files);
    String ground = config.terrain();
    Terrain terrain = TerrainFile.read(ground, bytes(folder, ground, BasisFiles.TERRAIN, files));
    List<RulePack> packs =
        RulePackReader.readAll(packTexts(folder, config.compliance().packs(), files));
    EvidenceSet evidence =
        EvidenceReader.read(evidenceTexts(folder, config.compliance().evidence(), files));
    return new StationInputs(zones, terrain, packs, evidence, baseMap(folder, config), files);
  }

  /**
   * The same with the zone files as they are now.
   *
   * @throws DocumentException if one of them cannot be used
   */
  StationInputs withZones(Path folder, StationConfig config) throws DocumentException, IOException {
    List<InputFile> all = new ArrayList<>();
    ZoneSet now = zones(folder, config, all);
    files.stream().filter(file -> !file.kind().equals(BasisFiles.ZONES)).forEach(all::add);
    return new StationInputs(now, terrain, packs, evidence, base, all);
  }

  private static ZoneSet zones(Path folder, StationConfig config, List<InputFile> files)
      throws DocumentException, IOException {
    List<UasZone> zones = new ArrayList<>();
    List<ZoneSource> sources = new ArrayList<>();
    for (String name : config.zones()) {
      ZoneFile file = ZoneReader.read(name, bytes(folder, name, BasisFiles.ZONES, files));
      file.blocking().forEach(finding -> LOG.warn("{}", finding));
      zones.addAll(file.zones());
      sources.add(file.source());
    }
    return new ZoneSet(zones, sources);
  }

  /** Streets and houses decide nothing, so they are no input of any record. */
  private static @Nullable BaseMap baseMap(Path folder, StationConfig config)
      throws DocumentException, IOException {
    String name = config.map().base();
    return name == null ? null : BaseMap.read(name, read(folder, name, "map", new ArrayList<>()));
  }

  private static Map<String, String> packTexts(
      Path folder, List<String> names, List<InputFile> files)
      throws DocumentException, IOException {
    Map<String, String> shipped = ShippedRulePacks.texts();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      String text = shipped.get(name + ".yaml");
      if (text != null) {
        files.add(
            new InputFile(
                BasisFiles.RULE_PACK, name + ".yaml", text.getBytes(StandardCharsets.UTF_8)));
        texts.put(name + ".yaml", text);
      } else {
        texts.put(name, read(folder, name, BasisFiles.RULE_PACK, files));
      }
    }
    return texts;
  }

  static Map<String, String> evidenceTexts(Path folder, String name, List<InputFile> files)
      throws DocumentException, IOException {
    Path evidence = folder.resolve(name);
    if (!Files.isDirectory(evidence)) {
      throw new DocumentException(new Problem(name, 0, 0, "", "there is no such folder"));
    }
    List<String> found;
    try (Stream<Path> list = Files.list(evidence)) {
      found =
          list.map(path -> path.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .sorted()
              .toList();
    }
    Map<String, String> texts = new TreeMap<>();
    for (String file : found) {
      texts.put(file, read(evidence, file, BasisFiles.EVIDENCE, files));
    }
    return texts;
  }

  private static String read(Path folder, String name, String kind, List<InputFile> files)
      throws DocumentException, IOException {
    return BasisFiles.text(name, bytes(folder, name, kind, files));
  }

  private static byte[] bytes(Path folder, String name, String kind, List<InputFile> files)
      throws DocumentException, IOException {
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw new DocumentException(new Problem(name, 0, 0, "", "there is no such file"));
    }
    if (Files.size(path) > FILE_BYTES_MAX) {
      throw new DocumentException(
          new Problem(name, 0, 0, "", "is larger than " + FILE_BYTES_MAX + " bytes"));
    }
    byte[] bytes = Files.readAllBytes(path);
    files.add(new InputFile(kind, name, bytes));
    return bytes;
  }
}
