package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;

/**
 * Reads QGroundControl's {@code .plan}. Of complex items, those are read that hold the mission
 * items that they stand for (survey, corridor scan); others are refused by their names, for what
 * QGroundControl would make of them is known to it alone.
 *
 * @source QGroundControl docs, plan.md (Plan File Format); src/MissionManager: MissionController
 *     .cc, MissionItem.cc, TransectStyleComplexItem.cc, GeoFenceController.cc,
 *     RallyPointController.cc
 */
public final class QgcPlanReader {
  private static final int FILE_VERSION = 1;
  private static final int MISSION_VERSION = 2;
  private static final int CODE_MAX = 0xffff;
  private static final int FRAME_MAX = 0xff;
  private static final int PARAMS = 7;
  private static final String TRANSECT = "TransectStyleComplexItem";

  /** Heights beyond fit no home, in centimetres. */
  private static final double ALTITUDE_M_MAX = 100_000;

  private final String file;
  private final List<FileItem> mission = new ArrayList<>();
  private final Map<Integer, Integer> jumpTargets = new HashMap<>();
  private final List<Problem> refused = new ArrayList<>();

  private QgcPlanReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file's text.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException if it is no plan, or holds what cannot be understood, with place and
   *     field
   */
  public static PlanFile read(String fileName, String text) throws DocumentException {
    if (text.length() > FileLimits.CHARACTERS_MAX) {
      throw new DocumentException(
          new Problem(
              fileName, 0, 0, "", "is longer than " + FileLimits.CHARACTERS_MAX + " characters"));
    }
    return new QgcPlanReader(fileName).plan(JsonField.root(Document.read(fileName, text)));
  }

  private PlanFile plan(JsonField root) throws DocumentException {
    JsonField type = root.get("fileType");
    if (!type.text().equals("Plan")) {
      throw type.wrong("is \"" + type.text() + "\", not \"Plan\"");
    }
    root.version(FILE_VERSION);
    JsonField content = root.get("mission");
    content.version(MISSION_VERSION);
    items(content.get("items"));
    if (!refused.isEmpty()) {
      throw new DocumentException(refused);
    }
    Optional<JsonField> firmware = content.find("firmwareType");
    Optional<JsonField> hover = content.find("hoverSpeed");
    Optional<JsonField> home = content.find("plannedHomePosition");
    Optional<JsonField> fence = root.find("geoFence");
    Optional<JsonField> rally = root.find("rallyPoints");
    return new PlanFile(
        file,
        firmware.isEmpty()
            ? Optional.empty()
            : Autopilot.find(firmware.get().integer(0, FRAME_MAX)),
        home.isEmpty() ? Optional.empty() : Optional.of(home(home.get())),
        hover.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(hover.get().number()),
        jumpsBySeq(content.get("items")),
        fence.isEmpty() ? List.of() : QgcFence.shapes(fence.get()),
        fence.isEmpty() ? Optional.empty() : QgcFence.breachReturn(fence.get()),
        rally.isEmpty() ? List.of() : QgcFence.rally(rally.get()));
  }

  private static Home home(JsonField field) throws DocumentException {
    LatLon position = field.position(3);
    JsonField altitude = field.elements(3).get(2);
    double metres = altitude.number();
    if (Math.abs(metres) > ALTITUDE_M_MAX) {
      throw altitude.wrong("is no altitude: " + metres);
    }
    return Home.of(position, new AltitudeAmsl(metres));
  }

  private void items(JsonField list) throws DocumentException {
    for (JsonField item : list.elements(FileLimits.ITEMS_MAX)) {
      String type = item.get("type").text();
      switch (type) {
        case "SimpleItem" -> simple(item);
        case "ComplexItem" -> complex(item);
        default -> refused.add(item.get("type").problem("\"" + type + "\" is not understood"));
      }
    }
  }

  private void simple(JsonField item) throws DocumentException {
    if (mission.size() >= FileLimits.ITEMS_MAX) {
      throw item.wrong("is more than item " + FileLimits.ITEMS_MAX);
    }
    List<OptionalDouble> params = new ArrayList<>();
    JsonField list = item.get("params");
    for (JsonField param : list.elements(PARAMS)) {
      params.add(param.numberOrNull());
    }
    if (params.size() != PARAMS) {
      throw list.wrong("must have " + PARAMS + " elements, not " + params.size());
    }
    int seq = mission.size() + 1;
    Optional<JsonField> jump = item.find("doJumpId");
    if (jump.isPresent()) {
      jumpTargets.putIfAbsent(jump.get().integer(Integer.MIN_VALUE, Integer.MAX_VALUE), seq);
    }
    Optional<JsonField> auto = item.find("autoContinue");
    mission.add(
        new FileItem(
            seq,
            item.pointer(),
            item.get("frame").integer(0, FRAME_MAX),
            item.get("command").integer(0, CODE_MAX),
            params,
            auto.isEmpty() || auto.get().flag()));
  }

  private void complex(JsonField item) throws DocumentException {
    Optional<JsonField> transect = item.find(TRANSECT);
    Optional<JsonField> inner =
        transect.isEmpty() ? Optional.empty() : transect.get().find("Items");
    if (inner.isPresent()) {
      items(inner.get());
      return;
    }
    JsonField type = item.get("complexItemType");
    refused.add(
        type.problem(
            "the complex item \""
                + type.text()
                + "\" does not hold the mission items that it stands for"));
  }

  /** Jumps name their targets by an identifier of the file; autopilots by sequence number. */
  private List<FileItem> jumpsBySeq(JsonField list) throws DocumentException {
    List<FileItem> items = new ArrayList<>();
    for (FileItem item : mission) {
      if (item.command() != MavCmd.DO_JUMP) {
        items.add(item);
        continue;
      }
      int id = (int) item.paramOrZero(1);
      Integer seq = jumpTargets.get(id);
      if (seq == null) {
        throw new DocumentException(
            list.document().problem(item.place() + "/params/0", "no item has the doJumpId " + id));
      }
      items.add(item.withParam(1, seq));
    }
    return items;
  }
}
