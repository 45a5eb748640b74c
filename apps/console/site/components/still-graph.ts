/** Of `ReactFlow`: a graph that is looked at and not changed, and lets the page be scrolled over it. */
export const STILL_GRAPH = {
  minZoom: 0.3,
  preventScrolling: false,
  zoomOnScroll: false,
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
} as const;
