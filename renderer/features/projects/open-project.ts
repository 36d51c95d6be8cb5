import { createContext, use } from 'react';
import type { Project } from '../../../shared/contract/projects.ts';

/** The project whose rooms are shown; given by the project's layout once it is loaded. */
export const OpenProject = createContext<Project | null>(null);

/** The project around this screen. Only for screens below `/projects/$projectId`. */
export function useOpenProject(): Project {
  const project = use(OpenProject);
  if (project === null) throw new Error('no open project around this screen');
  return project;
}
