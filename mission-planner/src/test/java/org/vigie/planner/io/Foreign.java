package org.vigie.planner.io;

import org.vigie.planner.Demo;

/** Mission files as other ground stations write them, over the demonstration's ground. */
public final class Foreign {
  /** With keys that QGroundControl writes and nobody needs, a survey and open parameters. */
  public static final String PLAN =
      """
      {
        "fileType": "Plan",
        "groundStation": "QGroundControl",
        "version": 1,
        "mission": {
          "cruiseSpeed": 15, "hoverSpeed": 5, "firmwareType": 3, "vehicleType": 2, "version": 2,
          "globalPlanAltitudeMode": 1,
          "plannedHomePosition": [45.4386, 4.3766, 528],
          "items": [
            {"type": "SimpleItem", "autoContinue": true, "command": 22, "doJumpId": 1, "frame": 3,
             "AMSLAltAboveTerrain": null, "Altitude": 90, "AltitudeMode": 1,
             "params": [0, 0, 0, null, 0, 0, 90]},
            {"type": "SimpleItem", "autoContinue": true, "command": 16, "doJumpId": 2, "frame": 3,
             "params": [0, 0, 0, null, 45.4395, 4.3750, 90]},
            {"type": "ComplexItem", "complexItemType": "survey", "version": 5, "angle": 0,
             "TransectStyleComplexItem": {"version": 1, "Items": [
               {"type": "SimpleItem", "autoContinue": true, "command": 206, "doJumpId": 3, "frame": 2,
                "params": [25, 0, 1, 0, 0, 0, 0]},
               {"type": "SimpleItem", "autoContinue": true, "command": 16, "doJumpId": 4, "frame": 3,
                "params": [0, 0, 0, null, 45.4399, 4.3750, 90]}]}},
            {"type": "SimpleItem", "autoContinue": true, "command": 20, "doJumpId": 5, "frame": 2,
             "params": [0, 0, 0, 0, 0, 0, 0]}
          ]
        },
        "geoFence": {
          "version": 2,
          "breachReturn": [45.4386, 4.3766, 50],
          "circles": [{"version": 1, "inclusion": true,
            "circle": {"center": [45.4390, 4.3758], "radius": 260}}],
          "polygons": [{"version": 1, "inclusion": false,
            "polygon": [[45.4360, 4.3790], [45.4360, 4.3800], [45.4365, 4.3800]]}]
        },
        "rallyPoints": {"version": 2, "points": [[45.4388, 4.3764, 50]]}
      }
      """;

  /** What Mission Planner writes. */
  public static final String WAYPOINTS =
      """
      QGC WPL 110
      0\t1\t0\t16\t0\t0\t0\t0\t45.43860000\t4.37660000\t528.000000\t1
      1\t0\t3\t22\t0.00000000\t0.00000000\t0.00000000\t0.00000000\t0.00000000\t0.00000000\t90.000000\t1
      2\t0\t3\t16\t0.00000000\t0.00000000\t0.00000000\t0.00000000\t45.43950000\t4.37500000\t90.000000\t1
      3\t0\t3\t177\t2.00000000\t3.00000000\t0\t0\t0\t0\t0\t1
      4\t0\t3\t20\t0\t0\t0\t0\t0\t0\t0\t1
      """;

  private Foreign() {}

  /** The demonstration's own plan as a file. */
  public static String own() {
    return QgcPlanWriter.write(Demo.plan(Demo.request()));
  }
}
