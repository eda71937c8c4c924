// The whole site: one line a URL, each with its permission. The first match wins.
#include "routes.h"

const Route routes[] = {
};
const size_t n_routes = COUNT(routes);
