package org.vigie.groundstation.flight;

import org.vigie.planner.canonical.ContentHash;

/**
 * A pilot's clearance that is on disk.
 *
 * @param by the pilot
 * @param planHash the plan that they were shown
 * @param decisionHash the decision that they were shown
 * @param position of the clearance in the journal
 */
public record Clearance(String by, ContentHash planHash, ContentHash decisionHash, long position) {}
