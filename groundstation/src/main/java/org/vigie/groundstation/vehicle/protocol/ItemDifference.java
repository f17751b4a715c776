package org.vigie.groundstation.vehicle.protocol;

/**
 * One way in which a stored list is not the wanted one.
 *
 * @param seq the item
 * @param field name of the field of MISSION_ITEM_INT; {@code item} when it is missing or too many
 * @param wanted as text; {@code absent} when there should be none
 * @param stored as text; {@code absent} when there is none
 */
public record ItemDifference(int seq, String field, String wanted, String stored) {}
