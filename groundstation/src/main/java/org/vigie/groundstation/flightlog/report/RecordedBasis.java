package org.vigie.groundstation.flightlog.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.terrain.TerrainFile;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.compliance.rule.RulePackReader;

/**
 * What the flight was planned and decided from, read out of the record: for words, maps and ground
 * heights. What this version of the station cannot read is left out; it decides nothing here.
 *
 * @param packs rule packs, whose words explain the decision
 * @param evidence papers
 * @param aircraft the aircraft's file; missing where there is none
 */
public record RecordedBasis(
    List<RulePack> packs,
    EvidenceSet evidence,
    List<UasZone> zones,
    List<Terrain> terrain,
    JsonNode aircraft) {
  public RecordedBasis {
    packs = List.copyOf(packs);
    zones = List.copyOf(zones);
    terrain = List.copyOf(terrain);
  }

  static RecordedBasis read(RecordParts parts, List<RecordedInput> inputs, String aircraftId) {
    return new RecordedBasis(
        packs(texts(parts, inputs, "rule-pack")),
        evidence(texts(parts, inputs, "evidence")),
        zones(parts, inputs),
        terrain(parts, inputs),
        aircraft(parts, inputs, aircraftId));
  }

  /**
   * Height of the ground, above mean sea level; nothing where the record's terrain does not tell.
   */
  public Optional<AltitudeAmsl> findGround(LatLon point) {
    return terrain.stream().map(one -> one.findGround(point)).flatMap(Optional::stream).findFirst();
  }

  private static Map<String, String> texts(
      RecordParts parts, List<RecordedInput> inputs, String kind) {
    Map<String, String> texts = new TreeMap<>();
    for (RecordedInput input : inputs) {
      if (input.kind().equals(kind)) {
        parts.text(file(input)).ifPresent(text -> texts.put(input.name(), text));
      }
    }
    return texts;
  }

  private static String file(RecordedInput input) {
    return "inputs/" + input.sha256();
  }

  private static List<RulePack> packs(Map<String, String> texts) {
    try {
      return RulePackReader.readAll(texts);
    } catch (DocumentException | RuntimeException e) {
      return List.of();
    }
  }

  private static EvidenceSet evidence(Map<String, String> texts) {
    try {
      return EvidenceReader.read(texts);
    } catch (DocumentException | RuntimeException e) {
      return EvidenceSet.empty();
    }
  }

  private static List<UasZone> zones(RecordParts parts, List<RecordedInput> inputs) {
    List<UasZone> zones = new ArrayList<>();
    for (RecordedInput input : inputs) {
      Optional<byte[]> bytes =
          input.kind().equals("zones") ? parts.bytes(file(input)) : Optional.empty();
      try {
        if (bytes.isPresent()) {
          zones.addAll(ZoneReader.read(input.name(), bytes.get()).zones());
        }
      } catch (DocumentException | RuntimeException e) {
        // a map without these zones; the record keeps the file
      }
    }
    return zones;
  }

  private static List<Terrain> terrain(RecordParts parts, List<RecordedInput> inputs) {
    List<Terrain> terrain = new ArrayList<>();
    for (RecordedInput input : inputs) {
      Optional<byte[]> bytes =
          input.kind().equals("terrain") ? parts.bytes(file(input)) : Optional.empty();
      try {
        if (bytes.isPresent()) {
          terrain.add(TerrainFile.read(input.name(), bytes.get()));
        }
      } catch (DocumentException | RuntimeException e) {
        // then the ground there is unknown, and told so
      }
    }
    return terrain;
  }

  private static JsonNode aircraft(
      RecordParts parts, List<RecordedInput> inputs, String aircraftId) {
    return inputs.stream()
        .filter(input -> input.kind().equals("aircraft"))
        .map(input -> parts.json(file(input)))
        .flatMap(Optional::stream)
        .filter(file -> file.path("id").asText().equals(aircraftId))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
