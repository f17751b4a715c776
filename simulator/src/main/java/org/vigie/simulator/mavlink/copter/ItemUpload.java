package org.vigie.simulator.mavlink.copter;

import org.vigie.simulator.mavlink.Station;

/** A list that a station is writing: which item is next, and since when it is waited for. */
final class ItemUpload {
  final Station station;
  final int count;
  int next;
  double lastItemS;
  double lastAskS;

  ItemUpload(Station station, int next, int count, double nowS) {
    this.station = station;
    this.next = next;
    this.count = count;
    this.lastItemS = nowS;
    this.lastAskS = nowS;
  }
}
