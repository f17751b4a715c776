package org.vigie.groundstation.flightlog.basis;

import org.vigie.planner.canonical.ContentHash;

/**
 * A file that plan, proof or decision were made from.
 *
 * @param name as people know it, for example {@code saint-etienne.ed269.json}
 * @param kind code of what it is, for example {@code zones}, {@code rule-pack}, {@code evidence}
 * @param hash under which the journal keeps it, and its name in the record
 */
public record RecordInput(String name, String kind, ContentHash hash) {}
