import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './awards.module.css';

/** The head of a part of the room, with what can be done to it at its end. */
export function SectionHead(props: { readonly id: string; readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.head}>
      <Title order={2} id={props.id} className={classes.heading}>
        {props.title}
      </Title>
      {props.children}
    </div>
  );
}
