package org.vigie.groundstation.link.forward;

/**
 * What happened at a forwarding endpoint.
 *
 * @param watchers connected now
 * @param sent frames handed to the network, one for each watcher
 * @param missed frames that a watcher was too slow for
 * @param ignoredBytes bytes that watchers sent, none of which went on
 */
public record WatchCounts(int watchers, long sent, long missed, long ignoredBytes) {}
