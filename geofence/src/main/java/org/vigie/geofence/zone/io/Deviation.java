package org.vigie.geofence.zone.io;

import java.util.Locale;

/**
 * All that a zone file can have otherwise than its format wants it. Each is one sentence about the
 * place that its finding names; several may share a {@link #code}.
 */
public enum Deviation {
  ACROSS_ANTIMERIDIAN("the zone lies across the antimeridian: not understood"),
  AUTHORITY_LEFT_OUT("left-out", "is no authority: left out"),
  BARE_LIST("a list without a wrapper is read as one of zones"),
  BAD_COUNTRY("is not three capital letters: {0}"),
  BAD_DAY("is no day: {0}"),
  BAD_EXTENT("is no Circle: {0}"),
  BAD_GEOMETRY("is no area and no circle: {0}"),
  BAD_HEIGHTS("lower limit {0} m is above upper limit {1} m"),
  BAD_INSTANT("bad-time", "is not a date and time with its offset: {0}"),
  BAD_LAYER("must be an object"),
  BAD_NUMBER("is not a number: {0}"),
  BAD_PERIOD("must be an object"),
  BAD_PLACE("bad-point", "longitude {0}, latitude {1} is no place on Earth"),
  BAD_POINT("must be [longitude, latitude]"),
  BAD_POLYGON("must be a list of rings"),
  BAD_POLYGONS("bad-polygon", "must be a list of polygons"),
  BAD_PROJECTION("bad-geometry", "is neither Polygon nor Circle: {0}"),
  BAD_RADIUS("must be a positive number"),
  BAD_REFERENCE("is none of AGL, AMSL, WGS84: {0}"),
  BAD_RESTRICTION("is no restriction: {0}"),
  BAD_RING("must be a list of points"),
  BAD_SCHEDULE("must be an object"),
  BAD_SUN_EVENT("bad-time", "is none of BMCT, SR, SS, EECT: {0}"),
  BAD_TIME("is not a time of day: {0}"),
  BAD_UNIT("is neither metres nor feet: {0}"),
  BYTE_ORDER_MARK("the file starts with a byte order mark"),
  CLOCKS_DIFFER("open-schedule", "24:00 of one clock and a start of another: read as all hours"),
  CONTRADICTION("{0} and {1} differ"),
  CROSSING_RING("the ring crosses itself: its hull is used"),
  CROSSING_RINGS(
      "crossing-ring",
      "the rings cross, or are not each area before its holes: the hull of all rings is used"),
  DATE_LEFT_OUT("left-out", "is no date and time, and is left out: {0}"),
  DOUBLE_POINT("points given twice in a row are read as one"),
  DUPLICATE_IDENTIFIER("{0} is used before; both zones are kept"),
  EMPTY_TEXT("an empty text is read as null"),
  ENDS_EARLY("bad-period", "the period ends before it begins"),
  FEW_POINTS("bad-ring", "a ring needs three different points"),
  FIELDS_REPEATED("repeated-field", "given twice: {0}"),
  FLAT_POLYGON("not extruded: no upper limit"),
  FLAT_RING("no-area", "the ring''s points lie on one line"),
  HEIGHT_IN_POINT("what follows longitude and latitude is left out"),
  INCOMPLETE("whoever wrote this file lacked some zones"),
  KEPT_BLOCKING("was not understood by an earlier reader"),
  LANGUAGES_FOR_TEXT("list-for-text", "texts in several languages are read as such"),
  LIST_FOR_TEXT("a list is read as several conditions"),
  LONG_IDENTIFIER("{0} is longer than 7 characters"),
  MIRRORED("the zone lies far from {0}, but in it with longitude and latitude exchanged"),
  MISSING("is missing"),
  MISPLACED("{0} is not read here"),
  MORE("{0} more findings of the kind {1}"),
  NEAR_POLE("latitude {0} is beyond {1} degrees"),
  NESTED_ZONE("the zone''s fields are read from UASZone"),
  NETWORK_LINK("a linked file is not read"),
  NO_APPLICABILITY("no applicability: the zone applies always"),
  NO_AREA("what the zone covers cannot be told"),
  NO_AUTHORITY("zoneAuthority is missing: nobody to ask is known"),
  NO_COUNTRY("is not three capital letters: the zone has no country"),
  NO_DAY_OFFSET("no-offset", "{0} has no offset from UTC"),
  NO_EARLIEST_OFFSET(
      "no-offset", "no offset from UTC: read as the first instant that it can be anywhere"),
  NO_GEOMETRY("a zone needs at least one geometry"),
  NO_IDENTIFIER("no identifier: called {0}"),
  NO_LANGUAGE("the text''s language is missing"),
  NO_LATEST_OFFSET(
      "no-offset", "no offset from UTC: read as the last instant that it can be anywhere"),
  NO_LAYER("no vertical layer: from the surface, without upper limit"),
  NO_LIST("no list of zones"),
  NO_PERMANENT("permanent is neither YES nor NO: read as NO"),
  NO_PURPOSE("the authority''s purpose is missing"),
  NO_REFERENCE("is missing for a limit that is given"),
  NO_RESTRICTION("{0} is no restriction: read as PROHIBITED"),
  NO_SUB_TYPE("an extent without subType is read as a circle"),
  NO_TEXT("the text itself is missing"),
  NO_THICKNESS("no air lies between the limits: read as without upper limit"),
  NO_UNIT("no unit: limits are read in feet or metres, whichever restricts more"),
  NO_VARIANT("is neither COMMON nor CUSTOMIZED: read as COMMON, for everyone"),
  NO_ZONES("the file holds no zone"),
  NOT_A_LIST("must be a list"),
  NOT_A_TEXT("must be a text"),
  NOT_A_ZONE("a zone must be an object"),
  NOT_AN_OBJECT("extended properties that are no object"),
  NOT_FINITE("bad-number", "is not a finite number: {0}"),
  NUMBER_AS_TEXT("a text is read as the number {0}"),
  NUMBER_LEFT_OUT("left-out", "is no whole number: left out"),
  OBJECT_FOR_LIST("an object is read as a list of one"),
  OPEN_RING("the ring is not closed: its last point joins its first"),
  OPEN_SCHEDULE("days, start or end are not given exactly: read as all hours"),
  OTHER_CRS("places of another reference system"),
  OTHER_FIELD_NAME("{0} is read as {1}"),
  OTHER_GEOID("heights count from {0}: AMSL limits are widened by 2 m"),
  OTHER_MEMBERS("kept as extended properties: {0}"),
  OTHER_PERMANENT("{0} is read as YES"),
  OTHER_PURPOSE("is none of {0}"),
  OTHER_REASON("is no reason of the standard: {0}"),
  OVERLAY("a picture laid over the ground is not read"),
  PADDED_TEXT("blanks around the text are left out"),
  PART_OF_AREA("part of what the zone covers cannot be told"),
  PERMANENT_WITH_DATES("permanent: its first and last instant are ignored"),
  PERMANENT_WITH_SCHEDULE("permanent: the schedule is ignored"),
  REPEATED_FIELD("a field is given twice: {0}"),
  SECOND_AREA("is not read beside the area of a {0}"),
  SECOND_LIST("another list of zones"),
  SEPARATE_RINGS("a ring outside of the first one is no hole: it is read as an area too"),
  SOLIDS_MISMATCH("must be one for each member of the geometry"),
  SPELLING("{0} is read as {1}"),
  TEXT_EXPECTED("{0} is read as a text"),
  TEXT_FOR_LIST("a text is read as a list of one"),
  TEXT_FOR_TEXTS("text-for-list", "a text is read as a list of one, in no named language"),
  TEXT_LEFT_OUT("left-out", "is no text: left out"),
  TIME_24("24:00 is read as 00:00 of the next day"),
  TIME_AND_EVENT("{0} and {1} exclude each other"),
  TOO_LARGE("more than {0} points"),
  TOO_MANY_PERIODS("more than {0}"),
  TOO_MANY_WINDOWS("more than {0}"),
  UNIT_SPELLING("{0} is read as {1}"),
  UNKNOWN_SPELLING("spelling", "{0} is neither YES nor NO"),
  UNREFERENCED_LIMIT("no-reference", "nobody says from where: the limit is not used");

  private final String code;
  private final String pattern;

  Deviation(String pattern) {
    this.code = key(name());
    this.pattern = pattern;
  }

  Deviation(String code, String pattern) {
    this.code = code;
    this.pattern = pattern;
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Stable name of the kind of deviation, for example {@code number-as-text}. */
  public String code() {
    return code;
  }

  /** What names this sentence among all, for tables of other languages. */
  public String key() {
    return key(name());
  }

  /** The sentence in English, as a {@link java.text.MessageFormat} of texts. */
  public String pattern() {
    return pattern;
  }
}
