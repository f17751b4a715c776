package org.vigie.groundstation.flightlog.basis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.terrain.TerrainFile;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.compliance.rule.RulePackReader;
import org.vigie.planner.canonical.ContentHash;

/**
 * Zones, ground, rules and papers as their files say. Immutable.
 *
 * @param proofFiles hashes of the files that proofs rest on: zones and terrain
 */
public record BasisFiles(
    ZoneSet zones,
    Terrain terrain,
    List<RulePack> packs,
    EvidenceSet evidence,
    List<ContentHash> proofFiles) {
  /** Kinds of files, see {@link RecordInput#kind}. */
  public static final String ZONES = "zones";

  public static final String TERRAIN = "terrain";
  public static final String RULE_PACK = "rule-pack";
  public static final String EVIDENCE = "evidence";

  public BasisFiles {
    packs = List.copyOf(packs);
    proofFiles = List.copyOf(proofFiles);
  }

  /** Where a file's bytes are. */
  public interface Bytes<E extends Exception> {
    byte[] of(RecordInput file) throws E;
  }

  /**
   * Reads files in their order; kinds that neither proof nor decision rest on are passed over.
   *
   * @throws DocumentException if one of them cannot be used, or there is no ground
   */
  public static <E extends Exception> BasisFiles read(List<RecordInput> files, Bytes<E> bytes)
      throws DocumentException, E {
    List<UasZone> zones = new ArrayList<>();
    List<ZoneSource> sources = new ArrayList<>();
    List<ContentHash> proofFiles = new ArrayList<>();
    Map<String, String> packs = new LinkedHashMap<>();
    Map<String, String> papers = new TreeMap<>();
    @Nullable Terrain terrain = null;
    for (RecordInput file : files) {
      switch (file.kind()) {
        case ZONES -> {
          ZoneFile read = ZoneReader.read(file.name(), bytes.of(file));
          zones.addAll(read.zones());
          sources.add(read.source());
          proofFiles.add(file.hash());
        }
        case TERRAIN -> {
          terrain = TerrainFile.read(file.name(), bytes.of(file));
          proofFiles.add(file.hash());
        }
        case RULE_PACK -> packs.put(file.name(), text(file.name(), bytes.of(file)));
        case EVIDENCE -> papers.put(file.name(), text(file.name(), bytes.of(file)));
        default -> {
          // an aircraft's page of the configuration: its values stand in the basis
        }
      }
    }
    if (terrain == null) {
      throw new DocumentException(new Problem(TERRAIN, 0, 0, "", "no such file"));
    }
    return new BasisFiles(
        new ZoneSet(zones, sources),
        terrain,
        RulePackReader.readAll(packs),
        EvidenceReader.read(papers),
        proofFiles);
  }

  /**
   * A text file.
   *
   * @throws DocumentException if it is not UTF-8
   */
  public static String text(String name, byte[] bytes) throws DocumentException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DocumentException(new Problem(name, 0, 0, "", "is not a text in UTF-8"));
    }
  }
}
