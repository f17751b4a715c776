package org.vigie.groundstation.flightlog.report;

/**
 * A file of a record, as its list names it.
 *
 * @param name as people know it
 * @param kind code of what it is, empty for the record's own parts
 * @param sha256 as listed
 * @param bytes as listed; -1 when the list does not say
 */
public record RecordedInput(String name, String kind, String sha256, long bytes) {}
