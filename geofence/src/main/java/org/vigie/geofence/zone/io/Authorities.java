package org.vigie.geofence.zone.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.ZoneAuthority;

/** Whom to ask or tell. No containment depends on it. */
final class Authorities {
  private static final Set<String> PURPOSES =
      Set.of("AUTHORIZATION", "NOTIFICATION", "INFORMATION");

  private Authorities() {}

  /**
   * The authorities of a zone.
   *
   * @param properties where ED-318 has {@code zoneAuthority}; Spain writes a single one's fields
   *     there themselves
   * @param texts how the format writes texts
   */
  static List<ZoneAuthority> read(Spot properties, Function<Spot, List<LocalText>> texts) {
    Spot list = properties.child("zoneAuthority");
    if (list.isAbsent() && properties.has("purpose")) {
      return List.of(one(properties, properties.child("name_authority"), texts));
    }
    List<ZoneAuthority> authorities = new ArrayList<>();
    if (list.node().isObject()) {
      list.note(Deviation.OBJECT_FOR_LIST);
      authorities.add(one(list, list.child("name"), texts));
    }
    for (int i = 0; list.node().isArray() && i < list.node().size(); i++) {
      Spot item = list.child(i);
      if (item.node().isObject()) {
        authorities.add(one(item, item.child("name"), texts));
      } else {
        item.note(Deviation.AUTHORITY_LEFT_OUT);
      }
    }
    if (authorities.isEmpty()) {
      list.note(Deviation.NO_AUTHORITY);
    }
    return authorities;
  }

  private static ZoneAuthority one(Spot item, Spot name, Function<Spot, List<LocalText>> texts) {
    String purpose = item.child("purpose").plainText();
    if (purpose.isEmpty()) {
      item.note(Deviation.NO_PURPOSE);
    } else if (!PURPOSES.contains(purpose)) {
      item.child("purpose").note(Deviation.OTHER_PURPOSE, PURPOSES.stream().sorted().toList());
    }
    return new ZoneAuthority(
        texts.apply(name),
        texts.apply(item.child("service")),
        texts.apply(item.child("contactName")),
        item.child("siteURL").plainText(),
        item.child("email").plainText(),
        item.child("phone").plainText(),
        purpose,
        item.child("intervalBefore").plainText());
  }
}
