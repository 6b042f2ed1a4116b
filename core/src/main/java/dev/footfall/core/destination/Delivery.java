package dev.footfall.core.destination;

/** How a destination's events leave: as requests, or as files in a folder. */
public sealed interface Delivery permits HttpDelivery, FileDelivery {
  /** What fits one request or file, with the settings applied. */
  Limits limits();
}
