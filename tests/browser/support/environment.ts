function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set; start the tests by cargo xtask test --only browser`);
  return value;
}

/** Where the stack is and who can sign in, as the task runner tells it. */
export const environment = {
  baseUrl: required("BASE_URL"),
  engineUrl: required("ENGINE_URL"),
  chromium: required("CHROMIUM"),
  password: required("PASSWORD"),
  /** Whether the pictures of `docs/guide` are taken anew. */
  isForGuide: process.env.GUIDE_IMAGES === "1",
  emails: {
    admin: required("ADMIN_EMAIL"),
    manager: required("MANAGER_EMAIL"),
    agent: required("AGENT_EMAIL"),
    requester: required("REQUESTER_EMAIL"),
  },
};

export type Role = keyof typeof environment.emails;
